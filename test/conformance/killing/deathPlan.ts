import type { Credentials, Endpoints } from '../../../src/core/account.ts'
import type { Offer } from '../../../src/core/offer.ts'
import type { ProviderId } from '../../../src/providers/registry.ts'
import type { FaultEffect } from '../../../src/sandbox/faults.ts'

/** Where in a rent its process dies. */
export type DeathPoint =
  | 'lockHeld'
  | 'intentTorn'
  | 'intentWritten'
  | 'requestSent'
  | 'answered'
  | 'endingTorn'
  | 'endingWritten'

/** What the process that dies is told. */
export interface DeathPlan {
  readonly provider: ProviderId
  readonly endpoints: Endpoints
  readonly credentials: Credentials
  /** Where journal and locks are. */
  readonly folder: string
  readonly offer: Offer
  readonly point: DeathPoint
}

/** The environment variable in which the plan is, as JSON. */
export const planVariable = 'PHONE_NUMBERS_DEATH_PLAN'

/** One way to die, and what must be true afterwards. */
export interface Death {
  readonly when: string
  readonly point: DeathPoint
  /** What the provider does with the request: nothing is answered before the process is dead. */
  readonly fault?: FaultEffect
  /** How many requests have left. */
  readonly sent: 0 | 1
  /** Whether the number is ours in the end. */
  readonly rented: boolean
  /** What is on disk when the next window starts. */
  readonly recorded: 'nothing' | 'open' | 'done'
}

/** Milliseconds after which a slow provider works, when the process that asked it is dead already. */
const lateMs = 1_500

export const deaths: readonly Death[] = [
  {
    ...{ when: 'after the question, before the intent is on disk', point: 'lockHeld' },
    ...{ sent: 0, rented: false, recorded: 'nothing' },
  },
  {
    ...{ when: 'in the middle of writing the intent', point: 'intentTorn' },
    ...{ sent: 0, rented: false, recorded: 'nothing' },
  },
  {
    ...{ when: 'after the intent, before the request', point: 'intentWritten' },
    ...{ sent: 0, rented: false, recorded: 'open' },
  },
  {
    ...{ when: 'after the request left, and the provider does nothing', point: 'requestSent' },
    ...{ fault: { kind: 'hang' }, sent: 1, rented: false, recorded: 'open' },
  },
  {
    ...{ when: 'after the request left, and the provider has rented', point: 'requestSent' },
    ...{ fault: { kind: 'hang', afterWork: true }, sent: 1, rented: true, recorded: 'open' },
  },
  {
    ...{ when: 'after the request left, and the provider rents later', point: 'requestSent' },
    ...{ fault: { kind: 'delay', ms: lateMs }, sent: 1, rented: true, recorded: 'open' },
  },
  {
    ...{ when: 'after the answer, before the ending is written', point: 'answered' },
    ...{ sent: 1, rented: true, recorded: 'open' },
  },
  {
    ...{ when: 'in the middle of writing the ending', point: 'endingTorn' },
    ...{ sent: 1, rented: true, recorded: 'open' },
  },
  {
    ...{ when: 'after the ending is written', point: 'endingWritten' },
    ...{ sent: 1, rented: true, recorded: 'done' },
  },
]
