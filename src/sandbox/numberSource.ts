import { callingCodeOf } from './callingCode.ts'
import { type PlannedCountry, type PlannedType, planNumber, plannedCountries } from './numberPlan.ts'

/** How one provider uses the number plan. */
export interface StockPlan<Item> {
  /** Providers begin elsewhere in the plan, so that two accounts of the sandbox do not own the same number. */
  firstPosition(country: string, type: PlannedType): number
  /** How many numbers are in stock beside the seeded account; 0 for a type that the provider does not sell. */
  size(country: string, type: PlannedType): number
  /** What the provider says about a number. */
  describe(planned: PlannedCountry, type: PlannedType, e164: string): Item
}

/** The numbers that are not in the seeded account. */
export interface Stock<Item> {
  /** Every number of a country in a fixed order; empty for an unknown country or one without stock. */
  inCountry(country: string): readonly Item[]
  find(e164: string): Item | undefined
  /** Any number, in stock or not, as a local one of the first country with its calling code. @throws Error if none. */
  describe(e164: string): Item
}

/** Takes numbers from the plan for the seeded account; what was not taken is the stock. */
export interface NumberSource<Item> {
  /** @throws RangeError for a country or type that is not in the plan. */
  take(country: string, type: PlannedType): Item
  stock(): Stock<Item>
}

const countries = new Map(plannedCountries.map((planned) => [planned.country, planned]))

export function createNumberSource<Item>(plan: StockPlan<Item>): NumberSource<Item> {
  const taken = new Map<string, number>()
  const take = (country: string, type: PlannedType): Item => {
    const planned = countries.get(country)
    if (planned === undefined) throw new RangeError(`The number plan has no country ${country}`)
    const position = taken.get(`${country} ${type}`) ?? 0
    taken.set(`${country} ${type}`, position + 1)
    return plan.describe(planned, type, planNumber(country, type, plan.firstPosition(country, type) + position))
  }
  return { take, stock: () => createStock(plan, (country, type) => taken.get(`${country} ${type}`) ?? 0) }
}

function createStock<Item>(
  plan: StockPlan<Item>,
  firstFree: (country: string, type: PlannedType) => number,
): Stock<Item> {
  const known = new Map<string, ReadonlyMap<string, Item>>()

  const load = (country: string): ReadonlyMap<string, Item> => {
    const loaded = known.get(country)
    if (loaded !== undefined) return loaded
    const planned = countries.get(country)
    const made = new Map<string, Item>()
    for (const type of planned?.types ?? []) {
      const first = plan.firstPosition(country, type) + firstFree(country, type)
      for (let position = first; position < first + plan.size(country, type); position += 1) {
        const e164 = planNumber(country, type, position)
        if (planned !== undefined) made.set(e164, plan.describe(planned, type, e164))
      }
    }
    known.set(country, made)
    return made
  }

  const find = (e164: string): Item | undefined => {
    for (const { country } of countriesCalling(e164)) {
      const found = load(country).get(e164)
      if (found !== undefined) return found
    }
    return undefined
  }

  const describe = (e164: string): Item => {
    const planned = countriesCalling(e164)[0]
    if (planned === undefined) throw new Error(`No planned country has the number ${e164}`)
    return find(e164) ?? plan.describe(planned, 'local', e164)
  }

  return { inCountry: (country) => [...load(country).values()], find, describe }
}

/** The planned countries that share a number's calling code. */
function countriesCalling(e164: string): readonly PlannedCountry[] {
  const code = callingCodeOf(e164.slice(1))
  return plannedCountries.filter(({ country }) => callingCodeOfCountry(country) === code)
}

/** The calling code of a planned country; undefined for any other. */
export function callingCodeOfCountry(country: string): string | undefined {
  const type = countries.get(country)?.types[0]
  return type === undefined ? undefined : callingCodeOf(planNumber(country, type, 0).slice(1))
}
