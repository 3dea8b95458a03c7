import { type OfferOrder, offerOrders } from '../../core/offerOrder.ts'
import type { CommandTools } from './commandTools.ts'

/** "now by monthly price". */
export const orderWords: Readonly<Record<OfferOrder, string>> = {
  monthly: 'monthly price',
  setup: 'set-up price',
  provider: 'provider',
  type: 'type',
}

const notes: Readonly<Record<OfferOrder, string>> = {
  monthly: 'Cheapest first, each currency apart, unknown prices last',
  setup: 'Cheapest first, each currency apart, unknown prices last',
  provider: 'Account by account, as the provider lists them',
  type: 'Local, mobile, toll-free …, cheapest first',
}

/** Undefined: the order stays. */
export async function chooseOrder(
  { prompts }: Pick<CommandTools, 'prompts'>,
  current: OfferOrder,
): Promise<OfferOrder | undefined> {
  const answer = await prompts.pick<OfferOrder>({
    title: 'Sort offers',
    placeholder: 'By what?',
    position: { step: 1, totalSteps: 1, canGoBack: true },
    items: offerOrders.map((order) => ({
      label: `${orderWords[order].charAt(0).toUpperCase()}${orderWords[order].slice(1)}`,
      detail: notes[order],
      value: order,
      ...(order === current ? { description: 'now' } : {}),
    })),
    active: current,
  })
  return answer.kind === 'answer' ? answer.value : undefined
}
