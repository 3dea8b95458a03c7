import { type CountryCode, countryName } from './country.ts'
import { capabilityLabel, numberTypeLabel } from './numberKind.ts'
import { type OwnedNumber, stateLabel } from './ownedNumber.ts'
import { upcomingOf } from './upcoming.ts'
import { t } from './words.ts'

/** Which numbers a view shows. Values of one facet are alternatives, but of capabilities a number has all; facets add up. */
export interface NumberFilter {
  /** Words that all occur in number, name, routing, country, account or provider. */
  readonly text: string
  /** `''` = no country known. */
  readonly countries: readonly CountryCode[]
  readonly types: readonly string[]
  readonly capabilities: readonly string[]
  readonly states: readonly string[]
  /** Only numbers whose calls and messages go nowhere, by a provider that tells. */
  readonly unassigned: boolean
  /** Only numbers that end within 30 days. */
  readonly expiring: boolean
}

export const noFilter: NumberFilter = {
  ...{ text: '', countries: [], types: [], capabilities: [], states: [] },
  ...{ unassigned: false, expiring: false },
}

/** What the filter asks of a number besides what it tells itself. */
export interface NumberFacts {
  readonly countryOf: (owned: OwnedNumber) => CountryCode | undefined
  /** Names of the account and its provider. */
  readonly placeOf: (accountId: string) => string
  /** Whether the account's provider tells where calls and messages go. */
  readonly tellsRouting: (accountId: string) => boolean
  /** Epoch milliseconds. */
  readonly now: number
}

export function isFiltering(filter: NumberFilter): boolean {
  const { text, countries, types, capabilities, states, unassigned, expiring } = filter
  return (
    text.trim() !== '' ||
    unassigned ||
    expiring ||
    [countries, types, capabilities, states].some(({ length }) => length > 0)
  )
}

/** The filter as a question that can be asked of very many numbers. */
export function filterMatcher(filter: NumberFilter, facts: NumberFacts): (owned: OwnedNumber) => boolean {
  const tests: ((owned: OwnedNumber) => boolean)[] = []
  const { countries, types, capabilities, states } = filter
  if (countries.length > 0) tests.push((owned) => countries.includes(facts.countryOf(owned) ?? ''))
  if (types.length > 0) tests.push(({ type }) => types.includes(type ?? ''))
  if (states.length > 0) tests.push((owned) => states.includes(stateWord(owned)))
  if (capabilities.length > 0) tests.push((owned) => capabilities.every((one) => owned.capabilities.includes(one)))
  if (filter.unassigned) tests.push((owned) => isUnassigned(owned) && facts.tellsRouting(owned.accountId))
  if (filter.expiring) tests.push((owned) => upcomingOf(owned, facts.now)?.kind === 'ends')
  for (const word of wordsOf(filter.text)) tests.push(hasWord(word, facts))
  return (owned) => tests.every((test) => test(owned))
}

function isUnassigned({ routing }: OwnedNumber): boolean {
  return routing === undefined || routing === ''
}

/** The state as a filter knows it: our word, or the provider's own. */
export function stateWord({ state }: OwnedNumber): string {
  return state.kind === 'other' ? state.word : state.kind
}

/** "“support” · Germany or France · SMS and voice · unassigned". */
export function describeFilter(filter: NumberFilter): string {
  const { text, countries, types, capabilities, states, unassigned, expiring } = filter
  const parts = [
    text.trim() === '' ? '' : t('“{0}”', text.trim()),
    anyOf(countries.map((code) => (code === '' ? t('unknown country') : countryName(code)))),
    anyOf(types.map((type) => (type === '' ? t('unknown type') : numberTypeLabel(type)))),
    linked(capabilities.map(capabilityLabel), (before, next) => t('{0} and {1}', before, next)),
    anyOf(states.map(stateLabel)),
    unassigned ? t('unassigned') : '',
    expiring ? t('expiring') : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function anyOf(texts: readonly string[]): string {
  return linked(texts, (before, next) => t('{0} or {1}', before, next))
}

function linked(texts: readonly string[], link: (before: string, next: string) => string): string {
  return texts.length === 0 ? '' : texts.reduce((before, next) => link(before, next))
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** A word of digits and the signs between them is part of a number, however that is written. */
function hasWord(word: string, { countryOf, placeOf }: NumberFacts): (owned: OwnedNumber) => boolean {
  const digits = /^[+\d().-]*\d[+\d().-]*$/.test(word) ? word.replace(/[^+\d]/g, '') : undefined
  const has = (text: string | undefined) => text?.toLowerCase().includes(word) === true
  const places = new Map<string, boolean>()
  const countries = new Map<string, boolean>()
  const once = (known: Map<string, boolean>, key: string, look: () => boolean) => {
    const answer = known.get(key) ?? look()
    known.set(key, answer)
    return answer
  }
  return (owned) => {
    const { number, name, routing, accountId } = owned
    if ((digits !== undefined && number.includes(digits)) || has(name) || has(routing)) return true
    if (once(places, accountId, () => has(placeOf(accountId)))) return true
    const country = countryOf(owned)
    return country !== undefined && once(countries, country, () => has(countryName(country)))
  }
}
