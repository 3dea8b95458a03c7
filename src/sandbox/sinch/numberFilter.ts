import { type Query, wordParameter, wordsParameter } from './query.ts'
import { badField } from './refusal.ts'
import {
  type Capability,
  capabilities,
  type NumberType,
  numberTypes,
  type SearchPattern,
  searchPatterns,
} from './vocabulary.ts'

interface FilterableNumber {
  readonly phoneNumber: string
  readonly regionCode: string
  readonly type: string
  readonly capability: readonly string[]
}

/** What both lists can be narrowed by. */
export interface NumberFilter {
  readonly regionCode: string | undefined
  readonly type: NumberType | undefined
  readonly matches: (number: FilterableNumber) => boolean
}

/**
 * Reads region, type, number pattern and capabilities. The list of owned numbers calls the last one `capability`, the
 * search `capabilities`. A number must have every capability that was asked for.
 * @throws Refusal (400 with a field violation) for values outside the documented words.
 */
export function readNumberFilter(query: Query, capabilityName: 'capability' | 'capabilities'): NumberFilter {
  const regionCode = query.first('regionCode')
  if (regionCode !== undefined && !/^[A-Z]{2}$/.test(regionCode)) {
    throw badField('regionCode', 'Must be an ISO 3166-1 alpha-2 code')
  }
  const type = wordParameter(query, 'type', numberTypes)
  const wanted: readonly Capability[] = wordsParameter(query, capabilityName, capabilities)
  const fits = patternTest(query)
  return {
    regionCode,
    type,
    matches: (number) =>
      (regionCode === undefined || number.regionCode === regionCode) &&
      (type === undefined || number.type === type) &&
      wanted.every((capability) => number.capability.includes(capability)) &&
      fits(number.phoneNumber),
  }
}

/** Production matches against the full E.164 text. What a pattern without searchPattern means is not documented. */
function patternTest(query: Query): (phoneNumber: string) => boolean {
  const pattern = query.first('numberPattern.pattern')
  const where: SearchPattern = wordParameter(query, 'numberPattern.searchPattern', searchPatterns) ?? 'CONTAINS'
  if (pattern === undefined) return () => true
  if (!/^\+?\d*$/.test(pattern)) throw badField('numberPattern.pattern', 'Must be digits, optionally after a plus sign')
  switch (where) {
    case 'START':
      return (phoneNumber) => phoneNumber.startsWith(pattern)
    case 'CONTAINS':
      return (phoneNumber) => phoneNumber.includes(pattern)
    case 'END':
      return (phoneNumber) => phoneNumber.endsWith(pattern)
    default:
      return where satisfies never
  }
}
