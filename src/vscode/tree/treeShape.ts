import type { AccountInventory } from '../../core/accountBook.ts'
import { type CountryCode, countryName } from '../../core/country.ts'
import type { Inventory } from '../../core/inventory.ts'
import type { Deed } from '../../core/journal.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { ElementPool, Notice, TreeElement } from './treeElements.ts'

/** Which rows there are and below which: provider, account (where there are several), country, number. */
export interface TreeShape {
  roots(): TreeElement[]
  childrenOf(element: TreeElement): TreeElement[]
  parentOf(element: TreeElement): TreeElement | undefined
  /** The row that holds the countries of an account. */
  topOf(accountId: string): TreeElement | undefined
}

export interface ShapeOptions {
  readonly inventory: Inventory
  readonly pool: ElementPool
  readonly providerIds: readonly string[]
  readonly numbering: () => PhoneNumbering | undefined
  /** Recorded deeds that need a row of their own. */
  readonly deeds: () => DeedRows
}

export interface DeedRows {
  /** Rents whose outcome nobody knows. */
  readonly open: readonly Deed[]
  /** Releases that can still be taken back. */
  readonly cancellable: readonly Deed[]
}

export function createTreeShape(options: ShapeOptions): TreeShape {
  const { inventory, pool } = options
  const accountsOf = (provider: string) => inventory.accounts().filter((entry) => entry.account.provider === provider)
  const countryOf = (accountId: string, number: E164): CountryCode | undefined =>
    inventory.find(accountId, number)?.country ?? options.numbering()?.countryOf(number)

  const topOf = (accountId: string): TreeElement | undefined => {
    const entry = inventory.account(accountId)
    if (entry === undefined) return undefined
    const siblings = accountsOf(entry.account.provider)
    return siblings.length > 1 ? pool.account(accountId) : pool.provider(entry.account.provider)
  }

  const belowAccount = (entry: AccountInventory): TreeElement[] => {
    const { id } = entry.account
    const countries = new Set([...numbersOf(entry)].map((number) => countryOf(id, number)))
    const sorted = [...countries].sort((a, b) => compareCountries(a, b))
    const { open, cancellable } = options.deeds()
    const rows = (deeds: readonly Deed[]) =>
      deeds.filter((deed) => hasOwnRow(deed, entry)).map((deed) => pool.deed(id, deed.intent.id))
    return [
      ...noticesOf(entry).map((notice) => pool.notice(id, notice)),
      ...rows(open),
      ...sorted.map((country) => pool.country(id, country)),
      ...rows(cancellable),
    ]
  }

  const childrenOf = (element: TreeElement): TreeElement[] => {
    switch (element.kind) {
      case 'provider': {
        const entries = accountsOf(element.provider)
        const [only] = entries
        if (entries.length === 1 && only !== undefined) return belowAccount(only)
        return entries.map((entry) => pool.account(entry.account.id))
      }
      case 'account': {
        const entry = inventory.account(element.accountId)
        return entry === undefined ? [] : belowAccount(entry)
      }
      case 'country': {
        const entry = inventory.account(element.accountId)
        if (entry === undefined) return []
        return [...numbersOf(entry)]
          .filter((number) => countryOf(element.accountId, number) === element.country)
          .sort()
          .map((number) => pool.number(element.accountId, number))
      }
      case 'number':
      case 'deed':
      case 'notice':
        return []
      default:
        return element satisfies never
    }
  }

  const parentOf = (element: TreeElement): TreeElement | undefined => {
    switch (element.kind) {
      case 'provider':
        return undefined
      case 'account': {
        const entry = inventory.account(element.accountId)
        return entry && pool.provider(entry.account.provider)
      }
      case 'country':
      case 'deed':
      case 'notice':
        return topOf(element.accountId)
      case 'number':
        return pool.country(element.accountId, countryOf(element.accountId, element.number))
      default:
        return element satisfies never
    }
  }

  return {
    roots: () =>
      providersInOrder(options, inventory)
        .filter((provider) => accountsOf(provider).length > 0)
        .map((provider) => pool.provider(provider)),
    childrenOf,
    parentOf,
    topOf,
  }
}

/** Known providers first, then those of accounts that a newer version stored. */
function providersInOrder(options: ShapeOptions, inventory: Inventory): string[] {
  const stored = inventory.accounts().map((entry) => entry.account.provider)
  return [...new Set([...options.providerIds, ...stored])]
}

/** Owned numbers, and those that are being rented right now. */
function numbersOf(entry: AccountInventory): Set<E164> {
  return new Set([...entry.numbers.map((owned) => owned.number), ...entry.activities.keys()])
}

/** While this window works on the number, its own row says so; a number that is owned again needs no second row. */
function hasOwnRow({ intent }: Deed, entry: AccountInventory): boolean {
  if (intent.accountId !== entry.account.id || entry.activities.has(intent.number)) return false
  return intent.verb === 'rent' || !entry.numbers.some((owned) => owned.number === intent.number)
}

/** The state of a list in rows; an account that is fine has none. */
export function noticesOf(entry: AccountInventory): Notice[] {
  const unreadable: Notice[] = entry.unreadable.length > 0 ? ['unreadable'] : []
  const { status } = entry
  switch (status.kind) {
    case 'notLoaded':
      return entry.numbers.length === 0 ? ['loading'] : unreadable
    case 'complete': {
      const nothing = entry.numbers.length === 0 && entry.activities.size === 0 && unreadable.length === 0
      if (!nothing) return unreadable
      return entry.refreshing ? ['loading'] : ['empty']
    }
    case 'failed':
      return entry.refreshing && entry.numbers.length === 0 ? ['loading'] : ['failed', ...unreadable]
    case 'incomplete':
      return ['incomplete', ...unreadable]
    case 'signedOut':
    case 'endpointChanged':
    case 'paused':
    case 'unknownProvider':
      return entry.refreshing ? ['loading'] : [status.kind]
    default:
      return status satisfies never
  }
}

function compareCountries(a: CountryCode | undefined, b: CountryCode | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
  return countryName(a).localeCompare(countryName(b), 'en')
}
