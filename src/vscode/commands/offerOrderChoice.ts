import { type OfferOrder, offerOrders } from '../../core/offerOrder.ts'
import { t } from '../../core/words.ts'
import type { CommandTools } from './commandTools.ts'

/** How the list is sorted now. */
export const sortedNow: Readonly<Record<OfferOrder, string>> = {
  monthly: t('now by monthly price'),
  setup: t('now by set-up price'),
  provider: t('now by provider'),
  type: t('now by type'),
}

const labels: Readonly<Record<OfferOrder, string>> = {
  monthly: t('Monthly price'),
  setup: t('Set-up price'),
  provider: t('Provider'),
  type: t('Type'),
}

const notes: Readonly<Record<OfferOrder, string>> = {
  monthly: t('Cheapest first, each currency apart, unknown prices last'),
  setup: t('Cheapest first, each currency apart, unknown prices last'),
  provider: t('Account by account, as the provider lists them'),
  type: t('Local, mobile, toll-free …, cheapest first'),
}

/** Undefined: the order stays. */
export async function chooseOrder(
  { prompts }: Pick<CommandTools, 'prompts'>,
  current: OfferOrder,
): Promise<OfferOrder | undefined> {
  const answer = await prompts.pick<OfferOrder>({
    title: t('Sort offers'),
    placeholder: t('By what?'),
    position: { step: 1, totalSteps: 1, canGoBack: true },
    items: offerOrders.map((order) => ({
      label: labels[order],
      detail: notes[order],
      value: order,
      ...(order === current ? { description: t('now') } : {}),
    })),
    active: current,
  })
  return answer.kind === 'answer' ? answer.value : undefined
}
