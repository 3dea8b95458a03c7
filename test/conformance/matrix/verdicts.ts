import type { ProviderErrorKind } from '../../../src/core/providerError.ts'

/** What a cell of the matrix came to. */
export type Verdict =
  /** The answer is the same as without the fault. */
  | 'ok'
  /** The answer says that there is nothing: no rows, not owned, not offered any more. */
  | 'none'
  /** The answer says that the provider could not be asked: price unconfirmed, fee unknown. */
  | 'open'
  /** Money: the answer was lost; asked afterwards, the provider says that it did not happen. */
  | 'notDone'
  /** Money: the answer was lost and nobody could be asked: kept open, settled later. */
  | 'unknown'
  /** Nothing is sent for this, so nothing can go wrong. */
  | 'silent'
  | ProviderErrorKind

/** Two letters for each verdict, and its meaning. */
export const legend: Readonly<Record<Verdict, readonly [letters: string, means: string]>> = {
  ok: ['ok', 'done, or answered truthfully'],
  none: ['no', 'the provider says that there is none'],
  open: ['??', 'answered as not known'],
  notDone: ['nd', 'answer lost, then found not done'],
  unknown: ['un', 'answer lost and nobody to ask: open until it could be settled'],
  silent: ['--', 'nothing is sent'],
  auth: ['au', 'credentials refused'],
  forbidden: ['fo', 'not allowed'],
  funds: ['mo', 'not enough credit'],
  taken: ['ta', 'no longer offered'],
  notFound: ['nf', 'not found'],
  invalid: ['in', 'request refused'],
  unsupported: ['us', 'not available'],
  rateLimited: ['rl', 'too many requests'],
  network: ['ne', 'no connection'],
  timeout: ['ti', 'no answer in time'],
  cancelled: ['ca', 'cancelled'],
  unknownOutcome: ['uo', 'unknown outcome'],
  unexpected: ['ux', 'unexpected answer'],
}
