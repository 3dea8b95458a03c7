import type { Offer } from '../../core/offer.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { checkSpending, type SpendingLimits } from '../../core/spendingGuard.ts'
import { t } from '../../core/words.ts'
import type { PickItem } from '../prompts/prompts.ts'
import type { CommandTools } from './commandTools.ts'

type NextStep = 'offers' | 'searchAgain'

/** Why an offer cannot be rented, decided without a request; undefined when it can. */
export function whyNotRentable(offer: Offer, limits: SpendingLimits): string | undefined {
  if (offer.rentable.kind === 'notHere') return offer.rentable.reason
  const verdict = checkSpending(offer.price, limits)
  return verdict.kind === 'refused' ? verdict.reason : undefined
}

/** Says why, sentence by sentence, and asks what to do instead. Leaving it leads back to the offers. */
export async function explainNotRentable(
  { prompts, numbering }: Pick<CommandTools, 'prompts'> & { readonly numbering: PhoneNumbering },
  offer: Offer,
  reason: string,
): Promise<NextStep> {
  const answer = await prompts.pick<NextStep>({
    title: t('{0} cannot be rented', numbering.format(offer.number)),
    placeholder: t('What now?'),
    position: { step: 1, totalSteps: 1, canGoBack: true },
    items: [
      ...sentencesOf(reason).map(
        (label, at): PickItem<NextStep> => ({ label, icon: at === 0 ? 'info' : 'blank', value: undefined }),
      ),
      { label: t('Back to the offers'), icon: 'arrow-left', value: 'offers' },
      {
        label: t('Search again'),
        description: t('another country, type or digits'),
        icon: 'search',
        value: 'searchAgain',
      },
    ],
    active: 'offers',
  })
  return answer.kind === 'answer' ? answer.value : 'offers'
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=\.)\s+/)
}
