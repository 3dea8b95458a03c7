import type { ProviderDriver } from './providerDriver.ts'
import { type AgreedRent, type RentOutcome, type RentTools, rentNumber } from './rentNumber.ts'

/** One of several numbers the person agreed to rent. */
export interface AgreedLine extends AgreedRent {
  readonly driver: ProviderDriver
}

/** How one of several rents ended. */
export type LineOutcome =
  | RentOutcome
  /** Nothing was sent for it, because of what happened before it. */
  | { readonly kind: 'notTried'; readonly because: 'funds' | 'stopped' | 'broken' }
  /** A slip of ours. The records know whether the request had left. */
  | { readonly kind: 'broken'; readonly error: unknown }

export interface LineResult {
  readonly line: AgreedLine
  readonly outcome: LineOutcome
}

/**
 * Rents what the person confirmed, one after the other in their order, each exactly like a single rent. Stops at the first number the
 * credit does not cover and when `stop` aborts, but never while a request is out. Every line gets a result; never rejects.
 */
export async function rentSeveral(
  tools: Omit<RentTools, 'driver'>,
  lines: readonly AgreedLine[],
  onStart: (index: number) => void,
  stop: AbortSignal,
): Promise<readonly LineResult[]> {
  const results: LineResult[] = []
  let because: Extract<LineOutcome, { kind: 'notTried' }>['because'] | undefined
  for (const [index, line] of lines.entries()) {
    if (stop.aborted) because ??= 'stopped'
    if (because !== undefined) {
      results.push({ line, outcome: { kind: 'notTried', because } })
      continue
    }
    onStart(index)
    const outcome = await rentLine(tools, line)
    results.push({ line, outcome })
    because = reasonToStop(outcome)
  }
  return results
}

async function rentLine(tools: Omit<RentTools, 'driver'>, line: AgreedLine): Promise<LineOutcome> {
  try {
    // Stopping is between two numbers: a request that has left cannot be called back.
    return await rentNumber({ ...tools, driver: line.driver }, line, new AbortController().signal)
  } catch (error) {
    return { kind: 'broken', error }
  }
}

function reasonToStop(outcome: LineOutcome): 'funds' | 'broken' | undefined {
  if (outcome.kind === 'broken') return 'broken'
  return outcome.kind === 'refused' && outcome.error.kind === 'funds' ? 'funds' : undefined
}
