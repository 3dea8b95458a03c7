import type { AccountInventory } from './accountBook.ts'
import { filterMatcher, isFiltering, type NumberFacts } from './numberFilter.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { ViewChoice } from './viewChoice.ts'

/** An account with the numbers that pass the filter. */
export interface ShownAccount extends AccountInventory {
  /** How many more it has. */
  readonly hidden: number
}

export interface ShownNumbersOptions {
  readonly choice: () => ViewChoice
  readonly facts: () => NumberFacts
}

/**
 * What of an account is shown, worked out once for every change of it. In the plain view that is the account itself; else its `arrangement`
 * changes whenever a number that is shown does, because then any property may have moved it.
 */
export function createShownNumbers(options: ShownNumbersOptions): (entry: AccountInventory) => ShownAccount {
  let madeFor: ViewChoice | undefined
  let made = new WeakMap<AccountInventory, ShownAccount>()
  const last = new Map<string, ShownAccount>()
  let arrangements = 0
  const make = (entry: AccountInventory, choice: ViewChoice): ShownAccount => {
    if (isPlain(choice)) return { ...entry, hidden: 0 }
    const numbers = isFiltering(choice.filter)
      ? entry.numbers.filter(filterMatcher(choice.filter, options.facts()))
      : entry.numbers
    const before = last.get(entry.account.id)
    const stays = before !== undefined && sameNumbers(before.numbers, numbers)
    // Below zero, so that it never is an arrangement of the account itself.
    if (!stays) arrangements -= 1
    const arrangement = stays ? before.arrangement : arrangements
    const hidden = entry.numbers.length - numbers.length
    const shown = { ...entry, numbers, arrangement, hidden, activities: activitiesAmong(entry, numbers) }
    last.set(entry.account.id, shown)
    return shown
  }
  return (entry) => {
    const choice = options.choice()
    if (choice !== madeFor) {
      madeFor = choice
      made = new WeakMap()
      last.clear()
    }
    const known = made.get(entry)
    if (known !== undefined) return known
    const shown = make(entry, choice)
    made.set(entry, shown)
    return shown
  }
}

/** All numbers, grouped and sorted by what never changes without their account telling it. */
function isPlain({ filter, grouping, sorting }: ViewChoice): boolean {
  return !isFiltering(filter) && sorting === 'number' && (grouping === 'provider' || grouping === 'country')
}

/** What is going on with numbers that are shown, or not owned yet. */
function activitiesAmong({ activities, numbers }: AccountInventory, shown: readonly OwnedNumber[]) {
  if (activities.size === 0 || shown.length === numbers.length) return activities
  const owned = new Set(numbers.map(({ number }) => number))
  for (const { number } of shown) owned.delete(number)
  return new Map([...activities].filter(([number]) => !owned.has(number)))
}

function sameNumbers(a: readonly OwnedNumber[], b: readonly OwnedNumber[]): boolean {
  return a.length === b.length && a.every((owned, index) => owned === b[index])
}
