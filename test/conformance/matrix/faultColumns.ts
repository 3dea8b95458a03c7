import type { FaultEffect } from '../../../src/sandbox/faults.ts'
import type { Witness } from '../rules/witnesses.ts'

/** One way in which a request goes wrong. */
export interface FaultColumn {
  readonly name: string
  readonly means: string
  /** Whether the provider does what it was asked: never, before it answers, or after the client gave up. */
  readonly work: 'never' | 'done' | 'late'
  /**
   * What the client learns. `notSent`: nobody was there. `lost`: the request left and no answer can be believed. `refusal`: the provider
   * itself said no. `stranger`: another server said no.
   */
  readonly answer: 'notSent' | 'lost' | 'refusal' | 'stranger'
  /** True when the client has to give up waiting. */
  readonly slow: boolean
  /** Undefined: the address has no listener. */
  readonly effect: ((witness: Witness) => FaultEffect) | undefined
}

/** Milliseconds after which a client of a slow column gives up. */
export const patienceMs = { read: 500, write: 1_500 }
/** When a provider that works late has worked: after the client gave up, before the last look at what became of the request. */
const lateMs = 2_200
const forEverMs = 120_000

export const sentence = 'The moon is in the wrong house.'
const page = '<!doctype html><title>Nothing here</title>'

function broken(name: string, means: string, work: 'never' | 'done', effect: FaultEffect): FaultColumn {
  return { name, means, work, answer: 'lost', slow: false, effect: () => effect }
}

function slow(name: string, means: string, work: FaultColumn['work'], effect: FaultEffect): FaultColumn {
  return { name, means, work, answer: 'lost', slow: true, effect: () => effect }
}

function refusal(name: string, status: number, headers: Readonly<Record<string, string>> = {}): FaultColumn {
  const effect = (witness: Witness): FaultEffect => ({
    ...{ kind: 'status', status, headers },
    body: witness.errorBody(status, sentence),
  })
  const means = `the provider answers ${status} in its own words${name === '429+' ? ', with Retry-After: 1' : ''}`
  return { name, means, work: 'never', answer: 'refusal', slow: false, effect }
}

const strangers404: FaultEffect = { kind: 'status', status: 404, body: page, contentType: 'text/html' }
const strangers502: FaultEffect = { kind: 'status', status: 502, body: page, contentType: 'text/html' }

export const columns: readonly FaultColumn[] = [
  {
    ...{ name: 'gone', means: 'nobody listens at the address', work: 'never', answer: 'notSent', slow: false },
    effect: undefined,
  },
  broken('rst', 'the connection is reset before the work', 'never', { kind: 'resetBefore' }),
  broken('rst!', 'the connection is reset after the work', 'done', { kind: 'resetAfter' }),
  slow('slow', 'no answer in time, nothing is done', 'never', { kind: 'hang' }),
  slow('slow!', 'no answer in time, it is done', 'done', { kind: 'hang', afterWork: true }),
  slow('late!', 'no answer in time, it is done after the client gave up', 'late', { kind: 'delay', ms: lateMs }),
  slow('body!', 'half an answer, the rest not in time', 'done', { kind: 'slowBody', ms: forEverMs }),
  broken('cut!', 'the JSON of the answer ends half way', 'done', { kind: 'truncateJson' }),
  broken('page', 'a page of HTML with 502, nothing is done', 'never', strangers502),
  broken('page!', 'a page of HTML with 502 after the work', 'done', { kind: 'nonJson', status: 502 }),
  refusal('401', 401),
  refusal('403', 403),
  refusal('404', 404),
  {
    ...{ name: '404~', means: 'another server answers 404 with a page of HTML', work: 'never', answer: 'stranger' },
    ...{ slow: false, effect: () => strangers404 },
  },
  refusal('409', 409),
  refusal('422', 422),
  refusal('429+', 429, { 'retry-after': '1' }),
  refusal('429', 429),
  broken('500', '500 before the work', 'never', { kind: 'status', status: 500 }),
  broken('500!', '500 after the work', 'done', { kind: 'statusAfterWork', status: 500 }),
]
