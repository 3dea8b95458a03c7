export interface Delays {
  /** Resolves after `ms` milliseconds, at once for 0; never when cancelled first. */
  wait(ms: number): Promise<void>
  /** Clears every pending timer, so that nothing wakes up in a closed sandbox. */
  cancel(): void
}

/** Timers of one sandbox. Each waiting request has its own, so parallel requests overlap. */
export function createDelays(): Delays {
  const timers = new Set<NodeJS.Timeout>()
  return {
    wait(ms) {
      if (ms <= 0) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          timers.delete(timer)
          resolve()
        }, ms)
        timers.add(timer)
      })
    },
    cancel() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
