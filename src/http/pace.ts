import { setTimeout as wait } from 'node:timers/promises'

/** Time and chance as the retry policy and the rate budget see them. */
export interface Pace {
  /** Epoch milliseconds. */
  now(): number
  /** From 0 to below 1. */
  random(): number
  /** Resolves after this many milliseconds; rejects as soon as the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/** The clock on the wall. A pause does not keep the process alive. */
export const realPace: Pace = {
  now: Date.now,
  random: Math.random,
  wait: (ms, signal) => wait(ms, undefined, { signal, ref: false }),
}
