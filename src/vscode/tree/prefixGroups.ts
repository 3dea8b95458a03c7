import type { E164 } from '../../core/phoneNumber.ts'

/** Numbers that start alike. */
export interface PrefixGroup {
  /** The digits they share, calling code included, without plus. */
  readonly prefix: string
  readonly numbers: readonly E164[]
  /** Smaller groups where these are too many for one. */
  readonly groups: readonly PrefixGroup[] | undefined
}

const areaCodeLength = 3
/** Fewer numbers than that in the average area code would be a list of area codes, not of numbers. */
const enoughPerAreaCode = 4
/** E.164. */
const mostDigits = 15

/**
 * Splits numbers of one country into groups of at most `most` that share their first digits: area codes where the calling code is 1, else
 * the shortest prefix that makes enough groups. A group that is still too large is split again. Undefined when there is no need to.
 */
export function splitByPrefix(numbers: readonly E164[], callingCode: string, most: number): PrefixGroup[] | undefined {
  if (most < 1 || numbers.length <= most) return undefined
  if (callingCode === '1') {
    const buckets = bucketsOf(numbers, callingCode.length + areaCodeLength)
    if (buckets.size > 1 && numbers.length / buckets.size >= enoughPerAreaCode) return groupsOf(buckets, most)
  }
  return groupsOf(shortestSplit(numbers, callingCode.length + 1, most), most)
}

function groupsOf(buckets: ReadonlyMap<string, readonly E164[]>, most: number): PrefixGroup[] {
  return [...buckets]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefix, numbers]) => ({
      prefix,
      numbers,
      groups: numbers.length > most ? groupsOf(shortestSplit(numbers, prefix.length + 1, most), most) : undefined,
    }))
}

/** Numbers are unique, so that all digits together split them in any case. */
function shortestSplit(numbers: readonly E164[], from: number, most: number): Map<string, E164[]> {
  const enough = Math.max(2, Math.ceil(numbers.length / most))
  for (let length = from; length < mostDigits; length += 1) {
    const buckets = bucketsOf(numbers, length)
    if (buckets.size >= enough) return buckets
  }
  return bucketsOf(numbers, mostDigits)
}

function bucketsOf(numbers: readonly E164[], length: number): Map<string, E164[]> {
  const buckets = new Map<string, E164[]>()
  for (const number of numbers) {
    // One more for the plus.
    const prefix = number.slice(1, length + 1)
    const bucket = buckets.get(prefix)
    if (bucket === undefined) buckets.set(prefix, [number])
    else bucket.push(number)
  }
  return buckets
}

/** The chain of groups that hold a number, outermost first; empty when none does. */
export function groupsHolding(groups: readonly PrefixGroup[] | undefined, number: E164): PrefixGroup[] {
  const holding = closest(groups, number.slice(1))
  return holding === undefined ? [] : [holding, ...groupsHolding(holding.groups, number)]
}

/** The chain of groups down to the one of that prefix, itself included; empty when there is none. */
export function groupsDownTo(groups: readonly PrefixGroup[] | undefined, prefix: string): PrefixGroup[] {
  const next = closest(groups, prefix)
  if (next === undefined || next.prefix === prefix) return next === undefined ? [] : [next]
  const inner = groupsDownTo(next.groups, prefix)
  return inner.length === 0 ? [] : [next, ...inner]
}

/** The longest prefix wins: a short number may be the start of others. */
function closest(groups: readonly PrefixGroup[] | undefined, digits: string): PrefixGroup | undefined {
  let best: PrefixGroup | undefined
  for (const group of groups ?? []) {
    if (digits.startsWith(group.prefix) && group.prefix.length > (best?.prefix.length ?? 0)) best = group
  }
  return best
}
