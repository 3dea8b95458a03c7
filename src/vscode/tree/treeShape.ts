import type { AccountInventory } from '../../core/accountBook.ts'
import type { Inventory } from '../../core/inventory.ts'
import type { Deed } from '../../core/journal.ts'
import { numberOrder } from '../../core/numberOrder.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { pinKey, type Sorting } from '../../core/viewChoice.ts'
import { accountNotices } from './accountNotices.ts'
import { type Arrangement, type Bucket, compareKeys } from './arrangement.ts'
import { groupsDownTo, type PrefixGroup } from './prefixGroups.ts'
import { rowAbove } from './rowAbove.ts'
import { bucketOf, type ElementPool, type TreeElement } from './treeElements.ts'

/** Which rows there are and below which: provider, account (where there are several), country, number; or groups over all accounts. */
export interface TreeShape {
  roots(): TreeElement[]
  /** The providers with a row of their own where providers are the outermost rows, in their order. */
  providersShown(): string[]
  childrenOf(element: TreeElement): TreeElement[]
  parentOf(element: TreeElement): TreeElement | undefined
  /** The ids of the deeds that have a row of their own in an account. */
  deedRowsOf(entry: AccountInventory): string[]
  /** The numbers of a group, country or prefix, by account; none for other rows. */
  numbersOf(element: TreeElement): readonly NumbersOfAccount[]
  /** The row that holds the countries of an account. */
  topOf(accountId: string): TreeElement | undefined
}

export interface NumbersOfAccount {
  readonly accountId: string
  readonly numbers: readonly E164[]
}

export interface ShapeOptions {
  readonly inventory: Inventory
  readonly pool: ElementPool
  readonly providerIds: readonly string[]
  readonly arrangement: Arrangement
  /** Recorded deeds that need a row of their own. */
  readonly deeds: () => DeedRows
  /** Groups over all accounts are the outermost rows, instead of the providers. */
  readonly acrossAccounts?: () => boolean
  readonly sorting?: () => Sorting
  /** Numbers with a row on top, as `pinKey` writes them. */
  readonly pins?: () => readonly string[]
}

export interface DeedRows {
  /** Rents whose outcome nobody knows. */
  readonly open: readonly Deed[]
  /** Releases that can still be taken back. */
  readonly cancellable: readonly Deed[]
}

interface NumberGroup {
  readonly numbers: readonly E164[]
  readonly groups: readonly PrefixGroup[] | undefined
}

export function createTreeShape(options: ShapeOptions): TreeShape {
  const { inventory, pool, arrangement } = options
  const accountsOf = (provider: string) => inventory.accounts().filter((entry) => entry.account.provider === provider)
  const acrossAccounts = () => options.acrossAccounts?.() ?? false
  const bucketRow = (entry: AccountInventory, { key }: Bucket) => pool.bucket(entry.account.id, arrangement.by(), key)

  const topOf = (accountId: string): TreeElement | undefined => {
    const entry = inventory.account(accountId)
    if (entry === undefined || acrossAccounts()) return undefined
    const siblings = accountsOf(entry.account.provider)
    return siblings.length > 1 ? pool.account(accountId) : pool.provider(entry.account.provider)
  }

  /** What an account has beside its numbers: before them, and after them. */
  const besideNumbers = (entry: AccountInventory) => {
    const { id } = entry.account
    const { open, cancellable } = options.deeds()
    const rows = (deeds: readonly Deed[]) =>
      deedsWithRows(deeds, entry, inventory).map((deed) => pool.deed(id, deed.intent.id))
    const notices = accountNotices(entry).map((notice) => pool.notice(id, notice))
    return { before: [...notices, ...rows(open)], after: rows(cancellable) }
  }

  const belowAccount = (entry: AccountInventory): TreeElement[] => {
    const { before, after } = besideNumbers(entry)
    return [...before, ...arrangement.bucketsOf(entry).map((bucket) => bucketRow(entry, bucket)), ...after]
  }

  const bucketsAlike = (key: string) =>
    inventory.accounts().flatMap((entry) => {
      const bucket = arrangement.bucketOf(entry, key)
      return bucket === undefined ? [] : [{ entry, bucket }]
    })

  const numberGroup = (element: TreeElement): NumberGroup | undefined => {
    const place = bucketOf(element)
    const entry = place && inventory.account(place.accountId)
    const bucket = entry && place.by === arrangement.by() ? arrangement.bucketOf(entry, place.key) : undefined
    if (bucket === undefined) return undefined
    const groups = bucket.groups()
    return element.kind === 'prefix' ? groupsDownTo(groups, element.prefix).at(-1) : { numbers: bucket.numbers, groups }
  }

  const belowBucket = (element: TreeElement): TreeElement[] => {
    const place = bucketOf(element)
    const group = numberGroup(element)
    if (place === undefined || group === undefined) return []
    const { accountId, by, key } = place
    if (group.groups !== undefined) return group.groups.map(({ prefix }) => pool.prefix(accountId, by, key, prefix))
    return inOrder(group.numbers, accountId, options).map((number) => pool.number(accountId, number))
  }

  const pinned = () => pinnedNumbers(options).map(({ accountId, number }) => pool.pinned(accountId, number))

  const providersShown = () => providersInOrder(options).filter((id) => isShown(accountsOf(id)))

  const rootsOfNumbers = (): TreeElement[] => {
    if (!acrossAccounts()) return providersShown().map(pool.provider)
    const entries = inventory.accounts()
    const beside = entries.map(besideNumbers)
    const keys = new Set(entries.flatMap((entry) => arrangement.bucketsOf(entry).map(({ key }) => key)))
    const by = arrangement.by()
    return [
      ...beside.flatMap(({ before }) => before),
      ...[...keys].sort((a, b) => compareKeys(a, b, by)).map((key) => pool.group(by, key)),
      ...beside.flatMap(({ after }) => after),
    ]
  }

  /** A provider whose numbers are all hidden by the filter has no row, as long as there is nothing else to tell of it. */
  const isShown = (entries: readonly AccountInventory[]): boolean =>
    entries.some((entry) => {
      if (!('hidden' in entry) || entry.hidden === 0 || entry.numbers.length > 0) return true
      const { before, after } = besideNumbers(entry)
      return before.length + after.length > 0
    })

  const childrenOf = (element: TreeElement): TreeElement[] => {
    switch (element.kind) {
      case 'provider': {
        const entries = accountsOf(element.provider)
        const [only] = entries
        if (entries.length === 1 && only !== undefined) return belowAccount(only)
        return entries.filter((entry) => isShown([entry])).map((entry) => pool.account(entry.account.id))
      }
      case 'account': {
        const entry = inventory.account(element.accountId)
        return entry === undefined ? [] : belowAccount(entry)
      }
      case 'group':
        return bucketsAlike(element.key).map(({ entry, bucket }) => bucketRow(entry, bucket))
      case 'country':
      case 'bucket':
      case 'prefix':
        return belowBucket(element)
      case 'pins':
        return pinned()
      case 'number':
      case 'deed':
      case 'notice':
      case 'nothingPasses':
        return []
      default:
        return element satisfies never
    }
  }

  return {
    roots() {
      const rows = rootsOfNumbers()
      if (rows.length === 0 && inventory.accounts().length > 0) rows.push(pool.nothingPasses())
      return pinned().length > 0 ? [pool.pins(), ...rows] : rows
    },
    providersShown,
    childrenOf,
    deedRowsOf(entry) {
      const { open, cancellable } = options.deeds()
      return deedsWithRows([...open, ...cancellable], entry, inventory).map((deed) => deed.intent.id)
    },
    numbersOf(element) {
      if (element.kind === 'group')
        return bucketsAlike(element.key).map(({ entry, bucket }) => ({
          accountId: entry.account.id,
          numbers: bucket.numbers,
        }))
      const [place, group] = [bucketOf(element), numberGroup(element)]
      return place === undefined || group === undefined ? [] : [{ accountId: place.accountId, numbers: group.numbers }]
    },
    parentOf: (element) => rowAbove(element, options, acrossAccounts(), topOf),
    topOf,
  }
}

/** In their order, by what is known of them where that is asked for. */
function inOrder(numbers: readonly E164[], accountId: string, { inventory, sorting }: ShapeOptions): readonly E164[] {
  const by = sorting?.() ?? 'number'
  if (by === 'number') return [...numbers].sort()
  const known = numbers.flatMap((number) => inventory.find(accountId, number) ?? [])
  const unknown = known.length === numbers.length ? [] : numbers.filter((number) => !inventory.find(accountId, number))
  return [...known.sort(numberOrder(by)).map(({ number }) => number), ...unknown]
}

function pinnedNumbers({ inventory, pins }: ShapeOptions): { readonly accountId: string; readonly number: E164 }[] {
  return (pins?.() ?? []).flatMap((pin) => {
    const entry = inventory.accounts().find(({ account }) => pin.startsWith(`${account.id} `))
    const owned = entry && inventory.find(entry.account.id, pin.slice(entry.account.id.length + 1) as E164)
    return owned === undefined || pin !== pinKey(owned.accountId, owned.number) ? [] : [owned]
  })
}

/** Known providers first, then those of accounts that a newer version stored; only those with accounts. */
function providersInOrder({ providerIds, inventory }: ShapeOptions): string[] {
  const stored = inventory.accounts().map((entry) => entry.account.provider)
  return [...new Set([...providerIds, ...stored])].filter((id) => stored.includes(id))
}

/** While this window works on the number, its own row says so; a number that is owned again needs no second row. */
function deedsWithRows(deeds: readonly Deed[], entry: AccountInventory, inventory: Inventory): readonly Deed[] {
  return deeds.filter((deed) => hasOwnRow(deed, entry, inventory))
}

function hasOwnRow({ intent }: Deed, entry: AccountInventory, inventory: Inventory): boolean {
  if (intent.accountId !== entry.account.id || entry.activities.has(intent.number)) return false
  return intent.verb === 'rent' || inventory.find(entry.account.id, intent.number) === undefined
}
