import { type OfferPrices, pricesOf } from './prices.ts'
import { capabilityOf, needsDocuments, numberAt, regions, stockSize } from './regionPlan.ts'
import type { Capability, NumberType } from './vocabulary.ts'

export interface Offer extends OfferPrices {
  readonly phoneNumber: string
  readonly regionCode: string
  readonly type: NumberType
  readonly capability: readonly Capability[]
}

/** Numbers that can be rented. One that leaves never comes back, as a released number does not at once either. */
export interface Stock {
  find(phoneNumber: string): Offer | undefined
  list(regionCode: string, type: NumberType): readonly Offer[]
  remove(phoneNumber: string): boolean
  reprice(phoneNumber: string, prices: Partial<OfferPrices>): boolean
}

/**
 * Fills the shelves. `used` tells how many numbers of a region and type the account took from the front of the
 * number plan, so that an offer is never an owned number.
 */
export function createStock(used: (regionCode: string, type: NumberType) => number): Stock {
  const offers = new Map<string, Offer>()
  const shelves = new Map<string, Set<string>>()
  for (const { regionCode, types } of regions) {
    for (const type of types) {
      const shelf = new Set<string>()
      shelves.set(`${regionCode} ${type}`, shelf)
      for (const offer of makeOffers(regionCode, type, used(regionCode, type))) {
        offers.set(offer.phoneNumber, offer)
        shelf.add(offer.phoneNumber)
      }
    }
  }
  return {
    find: (phoneNumber) => offers.get(phoneNumber),
    list: (regionCode, type) =>
      [...(shelves.get(`${regionCode} ${type}`) ?? [])].flatMap((phoneNumber) => offers.get(phoneNumber) ?? []),
    remove: (phoneNumber) => {
      const offer = offers.get(phoneNumber)
      if (offer !== undefined) shelves.get(`${offer.regionCode} ${offer.type}`)?.delete(phoneNumber)
      return offers.delete(phoneNumber)
    },
    reprice: (phoneNumber, prices) => {
      const offer = offers.get(phoneNumber)
      if (offer !== undefined) offers.set(phoneNumber, { ...offer, ...prices })
      return offer !== undefined
    },
  }
}

function makeOffers(regionCode: string, type: NumberType, first: number): readonly Offer[] {
  const prices = pricesOf(regionCode, type)
  return Array.from({ length: stockSize(regionCode, type) }, (_, i) => ({
    phoneNumber: numberAt(regionCode, type, first + i),
    regionCode,
    type,
    capability: capabilityOf(regionCode, type, first + i),
    ...prices,
  }))
}

/** The AvailableNumber of the wire. */
export function offerRow(offer: Offer): Record<string, unknown> {
  return {
    phoneNumber: offer.phoneNumber,
    regionCode: offer.regionCode,
    type: offer.type,
    capability: offer.capability,
    setupPrice: offer.setupPrice,
    monthlyPrice: offer.monthlyPrice,
    paymentIntervalMonths: 1,
    supportingDocumentationRequired: needsDocuments(offer.regionCode, offer.type),
  }
}
