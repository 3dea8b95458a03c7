import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { unknownPrice } from '../../core/price.ts'
import type { OwnedPage, RentOrder } from '../../core/providerDriver.ts'
import type { RowContext } from './plivoMapping.ts'

/**
 * Numbers that Plivo accepted with "pending". How they show in `Number/` is not verified; as long as Plivo answers 404 for one, or leaves
 * it out of the list, it stays visible from here. Remembered for this session.
 */
export interface PendingRents {
  add(order: RentOrder): void
  forget(number: E164): void
  /** The number as a pending row, undefined when no rent of it is pending. */
  find(number: E164): OwnedNumber | undefined
  /** Pages as they are, then the pending numbers that were in none of them. */
  completing(pages: AsyncIterable<OwnedPage>): AsyncGenerator<OwnedPage>
}

export function createPendingRents(context: RowContext): PendingRents {
  const rows = new Map<E164, OwnedNumber>()
  return {
    add: (order) => rows.set(order.number, pendingRow(order, context)),
    forget: (number) => rows.delete(number),
    find: (number) => rows.get(number),
    async *completing(pages) {
      for await (const page of pages) {
        for (const { number } of page.numbers) rows.delete(number)
        yield page
      }
      if (rows.size > 0) yield { numbers: [...rows.values()], unreadable: [] }
    },
  }
}

function pendingRow(order: RentOrder, context: RowContext): OwnedNumber {
  const country = context.countryOf(order.number) ?? order.country
  return {
    accountId: context.accountId,
    number: order.number,
    ...(country === undefined ? {} : { country }),
    capabilities: [],
    state: { kind: 'pending' },
    price: unknownPrice,
    facts: [],
  }
}
