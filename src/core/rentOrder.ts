import type { Offer } from './offer.ts'
import type { RentOrder } from './providerDriver.ts'

/** The order that rents an offer with the chosen options. */
export function rentOrder({ number, country }: Offer, options: RentOrder['options'] = {}): RentOrder {
  return { number, options, ...(country === undefined ? {} : { country }) }
}
