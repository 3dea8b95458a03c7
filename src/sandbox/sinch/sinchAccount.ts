import type { OwnedNumber } from './ownedNumber.ts'
import type { Stock } from './stock.ts'

export interface SinchCredentials {
  readonly projectId: string
  readonly keyId: string
  readonly keySecret: string
}

/** Fixed and obviously fictional, so that a person can type them: the ids have the form of a UUID. */
export const sinchCredentials: SinchCredentials & Readonly<Record<string, string>> = {
  projectId: '5a4db0c5-0000-4000-8000-000000000001',
  keyId: '5a4db0c5-0000-4000-8000-00000000000a',
  keySecret: 'sinch-sandbox-key-secret',
}

/** Money that left the balance. */
export interface Charge {
  readonly at: number
  readonly phoneNumber: string
  readonly amount: string
  readonly currencyCode: string
}

/** Things a client may do that the provider tolerates and our own driver should not. */
export interface Observed {
  rawPlusInPattern: number
  rawPlusInPath: number
  basicAuth: number
  nullsSent: number
  updateMasks: number
}

/** The whole world of the one pretended project. */
export interface SinchAccount {
  readonly projectId: string
  readonly owned: Map<string, OwnedNumber>
  readonly stock: Stock
  /** Numbers that somebody else rented from under the client's nose. */
  readonly taken: string[]
  /** Numbers that left the account because their paid period ended. */
  readonly gone: string[]
  readonly charges: Charge[]
  readonly observed: Observed
  /** US dollars as decimal text; rents are paid from it, renewals are not. */
  balance: string
  nextSequence: number
}
