import type { AccountInventory } from '../../core/accountBook.ts'
import type { CountryCode } from '../../core/country.ts'
import type { Inventory } from '../../core/inventory.ts'
import type { Deed } from '../../core/journal.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { Arrangement } from './arrangement.ts'
import { groupsDownTo, groupsHolding, type PrefixGroup } from './prefixGroups.ts'
import type { ElementPool, Notice, TreeElement } from './treeElements.ts'

/** Which rows there are and below which: provider, account (where there are several), country, number. */
export interface TreeShape {
  roots(): TreeElement[]
  childrenOf(element: TreeElement): TreeElement[]
  parentOf(element: TreeElement): TreeElement | undefined
  /** The ids of the deeds that have a row of their own in an account. */
  deedRowsOf(entry: AccountInventory): string[]
  /** How many numbers a country or prefix holds; 0 for other rows. */
  countOf(element: TreeElement): number
  /** The row that holds the countries of an account. */
  topOf(accountId: string): TreeElement | undefined
}

export interface ShapeOptions {
  readonly inventory: Inventory
  readonly pool: ElementPool
  readonly providerIds: readonly string[]
  readonly arrangement: Arrangement
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
  const { inventory, pool, arrangement } = options
  const accountsOf = (provider: string) => inventory.accounts().filter((entry) => entry.account.provider === provider)

  const topOf = (accountId: string): TreeElement | undefined => {
    const entry = inventory.account(accountId)
    if (entry === undefined) return undefined
    const siblings = accountsOf(entry.account.provider)
    return siblings.length > 1 ? pool.account(accountId) : pool.provider(entry.account.provider)
  }

  const belowAccount = (entry: AccountInventory): TreeElement[] => {
    const { id } = entry.account
    const { open, cancellable } = options.deeds()
    const rows = (deeds: readonly Deed[]) =>
      deedsWithRows(deeds, entry, inventory).map((deed) => pool.deed(id, deed.intent.id))
    return [
      ...noticesOf(entry).map((notice) => pool.notice(id, notice)),
      ...rows(open),
      ...arrangement.countriesOf(entry).map(({ country }) => pool.country(id, country)),
      ...rows(cancellable),
    ]
  }

  const belowGroup = (group: NumberGroup | undefined, accountId: string, country: CountryCode | undefined) => {
    if (group?.groups !== undefined) return group.groups.map(({ prefix }) => pool.prefix(accountId, country, prefix))
    return [...(group?.numbers ?? [])].sort().map((number) => pool.number(accountId, number))
  }

  const groupOf = (element: TreeElement): NumberGroup | undefined => {
    if (element.kind !== 'country' && element.kind !== 'prefix') return undefined
    const entry = inventory.account(element.accountId)
    const group = entry && arrangement.countryOf(entry, element.country)
    if (group === undefined) return undefined
    const groups = group.groups()
    return element.kind === 'country' ? { numbers: group.numbers, groups } : groupsDownTo(groups, element.prefix).at(-1)
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
      case 'country':
      case 'prefix':
        return belowGroup(groupOf(element), element.accountId, element.country)
      case 'number':
      case 'deed':
      case 'notice':
        return []
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
    deedRowsOf(entry) {
      const { open, cancellable } = options.deeds()
      return deedsWithRows([...open, ...cancellable], entry, inventory).map((deed) => deed.intent.id)
    },
    countOf: (element) => groupOf(element)?.numbers.length ?? 0,
    parentOf: (element) => parentOf(element, options, topOf),
    topOf,
  }
}

interface NumberGroup {
  readonly numbers: readonly E164[]
  readonly groups: readonly PrefixGroup[] | undefined
}

function parentOf(
  element: TreeElement,
  { inventory, pool, arrangement }: ShapeOptions,
  topOf: TreeShape['topOf'],
): TreeElement | undefined {
  const countryGroup = (accountId: string, country: CountryCode | undefined) => {
    const entry = inventory.account(accountId)
    return entry && arrangement.countryOf(entry, country)
  }
  const groupRow = (accountId: string, country: CountryCode | undefined, group: PrefixGroup | undefined) =>
    group === undefined ? pool.country(accountId, country) : pool.prefix(accountId, country, group.prefix)
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
    case 'prefix': {
      const groups = countryGroup(element.accountId, element.country)?.groups()
      return groupRow(element.accountId, element.country, groupsDownTo(groups, element.prefix).at(-2))
    }
    case 'number': {
      const { accountId, number } = element
      const country = inventory.find(accountId, number)?.country ?? arrangement.guessCountry(number)
      const groups = countryGroup(accountId, country)?.groups()
      return groupRow(accountId, country, groupsHolding(groups, number).at(-1))
    }
    default:
      return element satisfies never
  }
}

/** Known providers first, then those of accounts that a newer version stored. */
function providersInOrder(options: ShapeOptions, inventory: Inventory): string[] {
  const stored = inventory.accounts().map((entry) => entry.account.provider)
  return [...new Set([...options.providerIds, ...stored])]
}

/** While this window works on the number, its own row says so; a number that is owned again needs no second row. */
function deedsWithRows(deeds: readonly Deed[], entry: AccountInventory, inventory: Inventory): readonly Deed[] {
  return deeds.filter((deed) => hasOwnRow(deed, entry, inventory))
}

function hasOwnRow({ intent }: Deed, entry: AccountInventory, inventory: Inventory): boolean {
  if (intent.accountId !== entry.account.id || entry.activities.has(intent.number)) return false
  return intent.verb === 'rent' || inventory.find(entry.account.id, intent.number) === undefined
}

/** The state of a list in rows; an account that is fine has none. */
export function noticesOf(entry: AccountInventory): Notice[] {
  const unreadable: Notice[] = entry.unreadable.length > 0 ? ['unreadable'] : []
  const { status } = entry
  switch (status.kind) {
    case 'notLoaded':
      return entry.numbers.length === 0 ? ['loading'] : unreadable
    case 'remembered':
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
