import type { PlivoNumber } from './plivoNumber.ts'
import type { OwnedNumber } from './plivoWorld.ts'

/** A freshly rented number without any settings; CNAM lookup and 10DLC exist in the United States only. */
export function newOwned(facts: PlivoNumber, addedOn: string): OwnedNumber {
  const american = facts.country === 'US'
  return {
    facts,
    addedOn,
    oldRow: false,
    usableFrom: 0,
    carrier: 'Plivo',
    campaignId: null,
    campaignStatus: american && facts.subType === 'local' ? 'UNREGISTERED' : null,
    tollFreeVerification: american && facts.subType === 'tollfree' ? 'UNVERIFIED' : null,
    alias: null,
    route: null,
    subaccountId: null,
    complianceId: null,
    cnamLookup: american ? 'disabled' : null,
  }
}
