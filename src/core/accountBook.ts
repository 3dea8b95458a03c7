import type { Account } from './account.ts'
import type { Activity, NotReady } from './inventory.ts'
import type { OwnedNumber, UnreadableRow } from './ownedNumber.ts'
import type { E164 } from './phoneNumber.ts'
import type { OwnedPage } from './providerDriver.ts'
import type { ProviderError } from './providerError.ts'

/** How far the list of an account can be trusted. `at` is epoch milliseconds of the last answer. */
export type ListStatus =
  | { readonly kind: 'notLoaded' }
  | { readonly kind: NotReady }
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
}

/** The numbers of one account and the rules that keep them true while pages and changes come in any order. */
export interface AccountBook {
  account(): Account
  view(): AccountInventory
  find(number: E164): OwnedNumber | undefined
  rename(account: Account): void
  startRefresh(): void
  addPage(page: OwnedPage): void
  finishComplete(at: number): void
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
  let unreadable: UnreadableRow[] = []
  const numbers = new Map<E164, OwnedNumber>()
  const activities = new Map<E164, Activity>()
  /** Seen by the running refresh. */
  let listed = new Set<E164>()
  /** Changed by us while the refresh runs: its pages may be older than that. */
  let changed = new Set<E164>()
  let view: AccountInventory | undefined

  const edit = (change: () => void) => {
    change()
    view = undefined
  }
  return {
    account: () => account,
    view() {
      view ??= {
        account,
        status,
        refreshing,
        unreadable,
        numbers: [...numbers.values()],
        activities: new Map(activities),
      }
      return view
    },
    find: (number) => numbers.get(number),
    rename: (next) => edit(() => (account = next)),
    startRefresh: () =>
      edit(() => {
        refreshing = true
        unreadable = []
        listed = new Set()
        changed = new Set()
      }),
    addPage: (page) =>
      edit(() => {
        unreadable = [...unreadable, ...page.unreadable]
        for (const owned of page.numbers) {
          listed.add(owned.number)
          if (!changed.has(owned.number)) numbers.set(owned.number, owned)
        }
      }),
    finishComplete: (at) =>
      edit(() => {
        for (const number of numbers.keys()) if (!listed.has(number) && !changed.has(number)) numbers.delete(number)
        status = { kind: 'complete', at }
        refreshing = false
      }),
    finishIncomplete: (error, at) =>
      edit(() => {
        status = numbers.size > 0 ? { kind: 'incomplete', at, error } : { kind: 'failed', at, error }
        refreshing = false
      }),
    notReady: (reason) =>
      edit(() => {
        numbers.clear()
        status = { kind: reason }
        refreshing = false
      }),
    put: (owned) =>
      edit(() => {
        changed.add(owned.number)
        numbers.set(owned.number, owned)
      }),
    remove: (number) =>
      edit(() => {
        changed.add(number)
        numbers.delete(number)
      }),
    begin(number, activity) {
      if (activities.has(number)) return false
      edit(() => activities.set(number, activity))
      return true
    },
    end: (number) => edit(() => activities.delete(number)),
  }
}
