import { readNumberFilter } from './numberFilter.ts'
import { countParameter, type Query, wordsParameter } from './query.ts'
import { invalidArgument } from './refusal.ts'
import { regions } from './regionPlan.ts'
import type { SinchCall } from './sinchCall.ts'
import { type Offer, offerRow } from './stock.ts'
import { numberTypes } from './vocabulary.ts'

/** Offers of one region and type; there are no pages, only `size`. @throws Refusal (400) without region or type. */
export function searchOffers({ account, switches, random, query }: SinchCall): unknown {
  requireParameters(query, ['regionCode', 'type'])
  const { regionCode = '', type = 'LOCAL', matches } = readNumberFilter(query, 'capabilities')
  const size = Math.min(countParameter(query, 'size') || switches.defaultSearchSize, switches.maxSearchSize)
  const found = account.stock.list(regionCode, type).filter(matches)
  const first = switches.shuffleSearch ? Math.floor(random() * found.length) : 0
  const turned: readonly Offer[] = [...found.slice(first), ...found.slice(0, first)]
  return { availableNumbers: turned.slice(0, size).map(offerRow) }
}

/** Regions that have any of the asked types; all regions without `types`. @throws Refusal (400) for unknown types. */
export function listRegions({ query }: SinchCall): unknown {
  const wanted = wordsParameter(query, 'types', numberTypes)
  const fits = regions.filter(({ types }) => wanted.length === 0 || wanted.some((type) => types.includes(type)))
  return { availableRegions: fits }
}

function requireParameters(query: Query, names: readonly string[]): void {
  const missing = names.filter((name) => query.first(name) === undefined)
  if (missing.length === 0) return
  throw invalidArgument(
    `Missing ${missing.join(' and ')}`,
    missing.map((field) => ({ field, description: 'Must be given' })),
  )
}
