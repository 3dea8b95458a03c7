/** How long something took and how long it kept everybody else waiting at a stretch, in milliseconds of this thread's processor time. */
export interface Stall {
  readonly cpuMs: number
  readonly stallMs: number
}

/** Runs the work and watches what each turn of the event loop takes meanwhile. Others on a busy machine do not count. */
export async function stallOf(work: () => Promise<unknown> | unknown): Promise<Stall> {
  const begun = threadMs()
  let last = begun
  let stallMs = 0
  let running = true
  const tick = () => {
    const now = threadMs()
    stallMs = Math.max(stallMs, now - last)
    last = now
    if (running) setImmediate(tick)
  }
  setImmediate(tick)
  await work()
  const cpuMs = threadMs() - begun
  // The last stretch ends with the next turn.
  await new Promise((resolve) => setImmediate(resolve))
  running = false
  tick()
  return { cpuMs, stallMs }
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The quietest of several runs: collecting garbage falls on some and not on others. */
export function quietest(runs: readonly Stall[]): Stall {
  return {
    cpuMs: Math.min(...runs.map((run) => run.cpuMs)),
    stallMs: Math.min(...runs.map((run) => run.stallMs)),
  }
}
