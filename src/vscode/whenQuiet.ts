/** Work that follows changes: soon after one, once for many, never twice at the same time. */
export interface FollowingWork {
  /** Something changed. */
  readonly soon: () => void
  dispose(): void
}

const pauseMs = 150

/** `work` ends early when its signal aborts, which counts as no failure. What fails goes to `failed`. */
export function whenQuiet(
  work: (signal: AbortSignal) => Promise<void>,
  failed: (error: unknown) => void,
): FollowingWork {
  const closing = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running = false
  let again = false
  const run = async () => {
    timer = undefined
    running = true
    again = false
    try {
      await work(closing.signal)
    } catch (error) {
      if (!closing.signal.aborted) failed(error)
    }
    running = false
    if (again) soon()
  }
  const soon = () => {
    if (closing.signal.aborted) return
    if (running) again = true
    else timer ??= setTimeout(() => void run(), pauseMs)
  }
  return {
    soon,
    dispose() {
      closing.abort()
      clearTimeout(timer)
    },
  }
}
