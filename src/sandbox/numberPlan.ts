import { COUNTRY_RANGES, type PlannedRanges, type PlannedType } from './numberPlanRanges.ts'

export type { PlannedType }

export interface PlannedCountry {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly name: string
  readonly types: readonly PlannedType[]
}

interface Range {
  readonly patterns: readonly { readonly prefix: string; readonly digits: number }[]
  /** How many numbers one pattern yields, and how many all of them. */
  readonly perPattern: number
  readonly total: number
}

const TYPE_ORDER: readonly PlannedType[] = ['local', 'mobile', 'tollfree', 'national']

/** Every country the sandbox has numbers for, in a fixed order, with the types it has there. */
export const plannedCountries: readonly PlannedCountry[] = Object.entries(COUNTRY_RANGES).map(
  ([country, { name, ranges }]) => ({ country, name, types: TYPE_ORDER.filter((type) => ranges[type] !== undefined) }),
)

const compiled = new Map<string, readonly Range[]>()

/**
 * The n-th number (n = 0, 1, 2 ...) of a country and type as E.164: always the same, never the same twice, and no
 * two types share one. At least 10,000 exist for every planned country and type.
 * @throws RangeError for an unplanned country or type, a bad `n`, or when the range is used up.
 */
export function planNumber(country: string, type: PlannedType, n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a position in the number plan: ${n}`)
  let index = n
  for (const range of rangesOf(country, type)) {
    if (index < range.total) return numberIn(range, index)
    index -= range.total
  }
  throw new RangeError(`The number plan has no ${type} number ${n} in ${country}`)
}

function numberIn(range: Range, index: number): string {
  const pattern = range.patterns[index % range.patterns.length]
  if (pattern === undefined) throw new RangeError('A range without patterns')
  const line = Math.floor(index / range.patterns.length)
  return pattern.prefix + String(line).padStart(pattern.digits, '0')
}

function rangesOf(country: string, type: PlannedType): readonly Range[] {
  const key = `${country} ${type}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  const ranges = COUNTRY_RANGES[country]?.ranges[type]
  if (ranges === undefined) throw new RangeError(`The number plan has no ${type} numbers in ${country}`)
  const made = compileRanges(ranges)
  compiled.set(key, made)
  return made
}

/** `#` only ever stands at the end of a pattern, so a pattern is a prefix and a count of digits. */
function compileRanges(ranges: PlannedRanges): readonly Range[] {
  return ranges.map((texts) => {
    const patterns = texts.map((text) => {
      const compact = text.replaceAll(' ', '')
      const prefix = compact.replace(/#+$/, '')
      return { prefix, digits: compact.length - prefix.length }
    })
    const perPattern = 10 ** (patterns[0]?.digits ?? 0)
    return { patterns, perPattern, total: perPattern * patterns.length }
  })
}
