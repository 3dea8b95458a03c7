import type { Account } from '../../core/account.ts'
import type { Offer } from '../../core/offer.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { unknownPrice } from '../../core/price.ts'
import { t } from '../../core/words.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { type RentTools, rentOffer } from './rentOffer.ts'
import { chooseAccount, providerLabel } from './targets.ts'

type Tools = RentTools & Pick<CommandTools, 'directory' | 'prompts' | 'parts'>

/** Rents a number that a person already knows, by typing it. Its price is asked before the money question. */
export function rent(tools: Tools): Command {
  return async (element) => {
    const title = t('Rent a number you know')
    const account = await chooseAccount(tools, element, { title })
    if (account === undefined) return
    const number = await askNumber(tools, account, title)
    if (number === undefined) return
    const country = (await tools.parts.numbering()).countryOf(number)
    const offer: Offer = {
      accountId: account.id,
      number,
      ...(country === undefined ? {} : { country }),
      capabilities: [],
      price: unknownPrice,
      setup: unknownPrice,
      requirements: [],
      rentable: { kind: 'direct' },
    }
    await rentOffer(tools, offer)
  }
}

async function askNumber(tools: Tools, account: Account, title: string): Promise<E164 | undefined> {
  const numbering = await tools.parts.numbering()
  const answer = await tools.prompts.input({
    title,
    prompt: t(
      'The number to rent from {0} with “{1}”, with its country code',
      providerLabel(account.provider),
      account.label,
    ),
    placeholder: '+1 312 555 0142',
    validate: (text) =>
      numbering.parse(text) === undefined
        ? t('This is not a phone number with a country code. Example: +1 312 555 0142.')
        : undefined,
  })
  return answer.kind === 'answer' ? numbering.parse(answer.value) : undefined
}
