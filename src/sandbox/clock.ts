import type { VirtualClock } from './emulator.ts'

/** Where the sandbox's time begins unless told otherwise. */
export const SANDBOX_START = Date.UTC(2026, 10, 3, 10, 0, 0)

export interface AdvancingClock extends VirtualClock {
  /**
   * Moves the time on by `ms` milliseconds.
   * @throws RangeError when `ms` is not a whole number of at least 0: time never goes back.
   */
  advance(ms: number): void
}

/**
 * A clock that starts at `startEpochMs` and moves only when advanced. With `wallClock` (milliseconds, any origin)
 * it also runs along with real time from that start.
 */
export function createClock(startEpochMs: number = SANDBOX_START, wallClock?: () => number): AdvancingClock {
  const wallStart = wallClock?.() ?? 0
  let advanced = 0
  return {
    now: () => startEpochMs + advanced + (wallClock === undefined ? 0 : Math.floor(wallClock() - wallStart)),
    advance(ms) {
      if (!Number.isSafeInteger(ms) || ms < 0)
        throw new RangeError('The clock only moves forward, by whole milliseconds')
      advanced += ms
    },
  }
}
