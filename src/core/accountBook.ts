import type { Account } from './account.ts'
import type { Activity, NotReady } from './inventory.ts'
import { createListing, type ListNews } from './listing.ts'
import type { OwnedNumber, UnreadableRow } from './ownedNumber.ts'
import type { E164 } from './phoneNumber.ts'
import type { OwnedPage } from './providerDriver.ts'
import type { ProviderError } from './providerError.ts'
import { sameButFacts, sameOwned } from './sameOwned.ts'

/** How far the list of an account can be trusted. `at` is epoch milliseconds of the last answer. */
export type ListStatus =
  | { readonly kind: 'notLoaded' }
  | { readonly kind: NotReady }
  /** From an earlier window, as it was then. Nobody has asked the provider in this one yet. */
  | { readonly kind: 'remembered'; readonly at: number }
  | { readonly kind: 'complete'; readonly at: number }
  /** Some numbers are shown, some are missing. */
  | { readonly kind: 'incomplete'; readonly at: number; readonly error: ProviderError }
  | { readonly kind: 'failed'; readonly at: number; readonly error: ProviderError }

/** One account as a view sees it. */
export interface AccountInventory {
  readonly account: Account
  readonly status: ListStatus
  readonly refreshing: boolean
  readonly numbers: readonly OwnedNumber[]
  readonly unreadable: readonly UnreadableRow[]
  readonly activities: ReadonlyMap<E164, Activity>
  /** Another number whenever a row came, went or changed its country: what groups and counts are made of. */
  readonly arrangement: number
  /** When the list was last complete, epoch milliseconds; undefined when it never was. */
  readonly listedAt: number | undefined
}

/** What a page changed. */
export interface PageEffect {
  /** Rows came or moved to another country, or a row could not be read. */
  readonly rearranged: boolean
  /** Numbers that were known and say something else now. */
  readonly changed: readonly E164[]
}

/** The numbers of one account and the rules that keep them true while pages and changes come in any order. */
export interface AccountBook {
  account(): Account
  view(): AccountInventory
  find(number: E164): OwnedNumber | undefined
  rename(account: Account): void
  /** Fills a book that nothing was read into yet with what an earlier window knew. False when it is too late for that. */
  restore(numbers: readonly OwnedNumber[], at: number): boolean
  startRefresh(): void
  addPage(page: OwnedPage): PageEffect
  /** What came and went since the list was last complete, by others than this window; undefined when that cannot be told. */
  finishComplete(at: number): ListNews | undefined
  finishIncomplete(error: ProviderError, at: number): void
  notReady(reason: NotReady): void
  put(owned: OwnedNumber): void
  remove(number: E164): void
  begin(number: E164, activity: Activity): boolean
  end(number: E164): void
}

export function createBook(initial: Account): AccountBook {
  let account = initial
  let status: ListStatus = { kind: 'notLoaded' }
  let refreshing = false
  let arrangement = 0
  let listedAt: number | undefined
  /** Numbers from an earlier window lack their facts; learning them is no change. */
  let lacksFacts = false
  let unreadable: readonly UnreadableRow[] = []
  /** Of the refresh that runs; those of the last one stay in sight until it ends. */
  let found: UnreadableRow[] = []
  const numbers = new Map<E164, OwnedNumber>()
  const activities = new Map<E164, Activity>()
  const listing = createListing()
  let view: AccountInventory | undefined

  const edit = (change: () => void) => {
    change()
    view = undefined
  }
  const drop = (number: E164) => {
    if (numbers.delete(number)) arrangement += 1
  }
  const set = (owned: OwnedNumber) => {
    const known = numbers.get(owned.number)
    if (known === undefined || known.country !== owned.country) arrangement += 1
    numbers.set(owned.number, owned)
  }
  /** True when a row that was known says something else now. */
  const take = (owned: OwnedNumber): boolean => {
    const known = numbers.get(owned.number)
    if (known === undefined) listing.appeared(owned.number)
    else if (sameOwned(known, owned)) return false
    set(owned)
    return known !== undefined && !(lacksFacts && sameButFacts(known, owned))
  }
  return {
    account: () => account,
    view() {
      view ??= {
        ...{ account, status, refreshing, arrangement, listedAt },
        unreadable: unreadable.length > 0 ? unreadable : [...found],
        ...{ numbers: [...numbers.values()], activities: new Map(activities) },
      }
      return view
    },
    find: (number) => numbers.get(number),
    rename: (next) => edit(() => (account = next)),
    restore(remembered, at) {
      if (status.kind !== 'notLoaded' || listing.hasBegun()) return false
      edit(() => {
        for (const owned of remembered) if (!listing.isOurs(owned.number)) set(owned)
        status = { kind: 'remembered', at }
        listedAt = at
        lacksFacts = true
      })
      return true
    },
    startRefresh: () =>
      edit(() => {
        refreshing = true
        found = []
        listing.start()
      }),
    addPage(page) {
      const before = arrangement
      const changed: E164[] = []
      edit(() => {
        found.push(...page.unreadable)
        for (const owned of page.numbers) {
          if (listing.saw(owned.number) && take(owned)) changed.push(owned.number)
        }
      })
      return { rearranged: arrangement !== before || page.unreadable.length > 0, changed }
    },
    finishComplete(at) {
      const since = listedAt
      const news = listing.finish(numbers.keys(), found.length > 0)
      edit(() => {
        for (const number of news.unlisted) drop(number)
        status = { kind: 'complete', at }
        listedAt = at
        lacksFacts = false
        unreadable = found
        refreshing = false
      })
      return since === undefined ? undefined : { since, ...news.told }
    },
    finishIncomplete: (error, at) =>
      edit(() => {
        status = numbers.size > 0 ? { kind: 'incomplete', at, error } : { kind: 'failed', at, error }
        unreadable = found
        refreshing = false
      }),
    notReady: (reason) =>
      edit(() => {
        numbers.clear()
        arrangement += 1
        listedAt = undefined
        unreadable = []
        found = []
        status = { kind: reason }
        refreshing = false
      }),
    put: (owned) =>
      edit(() => {
        listing.changedByUs(owned.number)
        set(owned)
      }),
    remove: (number) =>
      edit(() => {
        listing.changedByUs(number)
        drop(number)
      }),
    begin(number, activity) {
      if (activities.has(number)) return false
      edit(() => {
        activities.set(number, activity)
        if (!numbers.has(number)) arrangement += 1
      })
      return true
    },
    end: (number) =>
      edit(() => {
        if (activities.delete(number) && !numbers.has(number)) arrangement += 1
      }),
  }
}
