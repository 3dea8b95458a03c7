import type { AccountInventory } from './accountBook.ts'
import { countedAccounts } from './countedAccounts.ts'
import type { CountryCode } from './country.ts'
import { isPaidOn, type OwnedNumber } from './ownedNumber.ts'
import { addTotals, createPriceTally, type PriceTally, type PriceTotals } from './priceTotals.ts'
import { dayOf, isUndated, type Upcoming, type UpcomingCounts, upcomingOf } from './upcoming.ts'

/** What some numbers cost together. */
export interface CostPart<Key> {
  readonly key: Key
  readonly count: number
  /** How many are priced in a currency. */
  readonly countIn: (currency: string) => number
  readonly totals: PriceTotals
}

/** What all owned numbers cost, by account and by country, and what happens in the next 30 days. The sandbox's are apart from real ones. */
export interface CostSummary {
  /** There are sandbox accounts beside real ones, and nothing of them is in here. */
  readonly withoutSandbox: boolean
  /** How many are given up and work for a while yet: nothing more is charged for them. */
  readonly ending: number
  readonly count: number
  readonly totals: PriceTotals
  readonly accounts: readonly CostPart<AccountInventory>[]
  readonly countries: readonly CostPart<CountryCode | undefined>[]
  readonly upcoming: UpcomingCounts & { readonly first: readonly Upcoming[] }
}

export interface SummaryOptions {
  readonly countryOf: (owned: OwnedNumber) => CountryCode | undefined
  /** Epoch milliseconds. */
  readonly now: number
  /** How many upcoming events are told one by one. */
  readonly mostUpcoming: number
}

const numbersPerStep = 250

/** Adds everything up in small steps, so that the caller can let others work in between; the last step's result is the summary. */
export function* summarizeCosts(
  entries: readonly AccountInventory[],
  options: SummaryOptions,
): Generator<undefined, CostSummary> {
  const counted = countedAccounts(entries)
  const accounts = counted.map((entry) => ({ key: entry, tally: createPriceTally() }))
  const countries = new Map<CountryCode | undefined, PriceTally>()
  const days = new Map<string, Upcoming[]>()
  let steps = 0
  let undated = 0
  let ending = 0
  for (const { key, tally } of accounts) {
    for (const owned of key.numbers) {
      if (isPaidOn(owned)) {
        tally.add(owned.price)
        tallyOf(countries, options.countryOf(owned)).add(owned.price)
      }
      if (owned.state.kind === 'releasing') ending += 1
      noteUpcoming(days, upcomingOf(owned, options.now))
      if (isUndated(owned)) undated += 1
      steps += 1
      if (steps % numbersPerStep === 0) yield
    }
  }
  const parts = accounts.map(({ key, tally }) => partOf(key, tally))
  return {
    withoutSandbox: counted.length < entries.length,
    ending,
    count: parts.reduce((sum, { count }) => sum + count, 0),
    totals: addTotals(parts.map(({ totals }) => totals)),
    accounts: parts,
    countries: [...countries].map(([key, tally]) => partOf(key, tally)),
    upcoming: { ...inOrder(days, options.mostUpcoming), undated },
  }
}

function tallyOf<Key>(tallies: Map<Key, PriceTally>, key: Key): PriceTally {
  const known = tallies.get(key)
  if (known !== undefined) return known
  const made = createPriceTally()
  tallies.set(key, made)
  return made
}

function partOf<Key>(key: Key, tally: PriceTally): CostPart<Key> {
  return { key, count: tally.count(), countIn: tally.count, totals: tally.totals() }
}

function noteUpcoming(days: Map<string, Upcoming[]>, event: Upcoming | undefined): void {
  if (event === undefined) return
  const day = dayOf(event)
  const same = days.get(day)
  if (same === undefined) days.set(day, [event])
  else same.push(event)
}

/** The first ones in the order in which they happen, numbers that end before those that renew. */
function inOrder(
  days: ReadonlyMap<string, readonly Upcoming[]>,
  most: number,
): Omit<CostSummary['upcoming'], 'undated'> {
  const all = [...days.values()]
  const ends = all.reduce((sum, events) => sum + events.filter(({ kind }) => kind === 'ends').length, 0)
  const renewals = all.reduce((sum, events) => sum + events.length, 0) - ends
  const first: Upcoming[] = []
  for (const day of [...days.keys()].sort()) {
    if (first.length >= most) break
    const events = days.get(day) ?? []
    const ofKind = (wanted: Upcoming['kind']) => events.filter(({ kind }) => kind === wanted)
    first.push(...[...ofKind('ends'), ...ofKind('renews')].slice(0, most - first.length))
  }
  return { ends, renewals, first }
}
