import type { CountryCode } from './country.ts'
import { type NumberFacts, stateWord } from './numberFilter.ts'
import type { OwnedNumber } from './ownedNumber.ts'

/** What there is to filter by, with how many numbers each value has. */
export interface FilterChoices {
  readonly countries: ReadonlyMap<CountryCode, number>
  readonly types: ReadonlyMap<string, number>
  readonly capabilities: ReadonlyMap<string, number>
  readonly states: ReadonlyMap<string, number>
}

const numbersPerStep = 500

/** Counts in small steps, so that the caller can let others work in between. */
export function* filterChoices(
  numbers: Iterable<OwnedNumber>,
  { countryOf }: Pick<NumberFacts, 'countryOf'>,
): Generator<undefined, FilterChoices> {
  const countries = new Map<CountryCode, number>()
  const types = new Map<string, number>()
  const capabilities = new Map<string, number>()
  const states = new Map<string, number>()
  const add = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1)
  let steps = 0
  for (const owned of numbers) {
    add(countries, countryOf(owned) ?? '')
    add(types, owned.type ?? '')
    add(states, stateWord(owned))
    for (const capability of owned.capabilities) add(capabilities, capability)
    steps += 1
    if (steps % numbersPerStep === 0) yield
  }
  return { countries, types, capabilities, states }
}
