export interface SliceTools {
  /** Milliseconds of a clock that only grows. */
  readonly now: () => number
  /** Lets everybody else work. Rejects to end the work early. */
  readonly pause: () => Promise<void>
}

const sliceMs = 12

/** Everything a generator makes, made in slices of a few milliseconds, so that a long list never keeps the editor waiting. */
export async function inSlices<T>(work: Iterable<T>, { now, pause }: SliceTools): Promise<T[]> {
  const made: T[] = []
  let begun = now()
  for (const one of work) {
    made.push(one)
    if (now() - begun < sliceMs) continue
    await pause()
    begun = now()
  }
  return made
}

/** The result of work that goes in small steps, done in slices likewise. */
export async function finishInSlices<Result>(
  work: Generator<undefined, Result>,
  { now, pause }: SliceTools,
): Promise<Result> {
  let begun = now()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (now() - begun < sliceMs) continue
    await pause()
    begun = now()
  }
}
