/** Looks again and again, with growing gaps, at what a provider is still working on. */
export interface ProvisioningWatch {
  /** Looks from now on, or not any more. Starting again begins with the shortest gap. */
  set(active: boolean): void
  dispose(): void
}

export interface WatchOptions {
  /** One look; resolves with true while there is still something to wait for. */
  readonly look: (signal: AbortSignal) => Promise<boolean>
  /** Resolves after so many milliseconds; rejects when aborted. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Milliseconds before each look; the last one repeats. */
const gapsMs = [2_000, 4_000, 8_000, 15_000, 30_000, 60_000]
const longestGapMs = 60_000

export function createProvisioningWatch(options: WatchOptions): ProvisioningWatch {
  let watching: AbortController | undefined
  const stop = () => {
    watching?.abort()
    watching = undefined
  }
  const start = () => {
    const current = new AbortController()
    watching = current
    void watch(options, current.signal).finally(() => {
      if (watching === current) watching = undefined
    })
  }
  return {
    set(active) {
      if (!active) stop()
      else if (watching === undefined) start()
    },
    dispose: stop,
  }
}

async function watch({ look, pause }: WatchOptions, signal: AbortSignal): Promise<void> {
  for (let turn = 0; !signal.aborted; turn++) {
    try {
      await pause(gapsMs[turn] ?? longestGapMs, signal)
    } catch {
      return
    }
    if (!signal.aborted && !(await look(signal))) return
  }
}
