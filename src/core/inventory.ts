import type { Account } from './account.ts'
import { type AccountBook, type AccountInventory, createBook } from './accountBook.ts'
import { sameEndpoints } from './endpoints.ts'
import type { ListNews } from './listing.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { E164 } from './phoneNumber.ts'
import type { OwnedPage, ProviderDriver } from './providerDriver.ts'
import { ProviderError } from './providerError.ts'

/** Why an account cannot be asked now, decided before anything is sent. */
export type NotReady = 'signedOut' | 'endpointChanged' | 'paused' | 'unknownProvider'

export type DriverAccess = { readonly kind: 'ready'; readonly driver: ProviderDriver } | { readonly kind: NotReady }

/** What changed, as narrow as possible, so that a view redraws only that. */
export type InventoryChange =
  | { readonly kind: 'accounts' }
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'number'; readonly accountId: string; readonly number: E164 }

export type Activity = 'renting' | 'releasing' | 'cancellingRelease' | 'changingSettings'

/** All owned numbers of all accounts, as far as we know them. Text in it is the providers' and is data. */
export interface Inventory {
  accounts(): readonly AccountInventory[]
  account(accountId: string): AccountInventory | undefined
  find(accountId: string, number: E164): OwnedNumber | undefined
  /** Replaces the list of accounts; numbers of accounts that stay, at the same endpoints, are kept. */
  setAccounts(accounts: readonly Account[]): void
  /** Shows what an earlier window knew until the provider was asked. Does nothing when something was read already. */
  restore(accountId: string, numbers: readonly OwnedNumber[], at: number): void
  /** Asks the provider for the whole list. One at a time per account: a second call joins the first. Never rejects. */
  refresh(accountId: string): Promise<void>
  /** Asks for one number and updates its row. Rejects with `ProviderError`. */
  refreshNumber(accountId: string, number: E164, signal: AbortSignal): Promise<OwnedNumber | undefined>
  put(owned: OwnedNumber): void
  remove(accountId: string, number: E164): void
  /** Forgets what is known of an account, e.g. because its credentials changed. */
  forget(accountId: string): void
  /** Marks a number as being worked on. False when it already is: nothing may then be sent. */
  begin(accountId: string, number: E164, activity: Activity): boolean
  end(accountId: string, number: E164): void
  onDidChange(listener: (change: InventoryChange) => void): () => void
  /** A list became complete. Without news when it is the first one, or shows nothing that this window did not do itself. */
  onDidList(listener: (accountId: string, news: ListNews | undefined) => void): () => void
  /** Ends refreshes under way. */
  dispose(): void
}

export interface InventoryOptions {
  readonly driverFor: (account: Account) => Promise<DriverAccess>
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Lets others work between the parts of a long page. */
  readonly breathe?: () => Promise<void>
}

/** As many rows as can be compared and filed in a few milliseconds. */
const rowsAtOnce = 1_000

export function createInventory(options: InventoryOptions): Inventory {
  const books = new Map<string, AccountBook>()
  const listeners = new Set<(change: InventoryChange) => void>()
  const listListeners = new Set<(accountId: string, news: ListNews | undefined) => void>()
  /** By book, not by account: a forgotten account is asked anew while the answer to the old question may still come. */
  const running = new Map<AccountBook, Promise<void>>()
  const closing = new AbortController()
  const announce = (change: InventoryChange) => {
    for (const listener of listeners) listener(change)
  }
  const numberChanged = (accountId: string, number: E164) => announce({ kind: 'number', accountId, number })

  const refresh = (accountId: string): Promise<void> => {
    const book = books.get(accountId)
    if (book === undefined) return Promise.resolve()
    const current = running.get(book)
    if (current !== undefined) return current
    const told = {
      changed: () => announce({ kind: 'account', accountId }),
      numberChanged: (number: E164) => numberChanged(accountId, number),
      listed: (news: ListNews | undefined) => {
        // The answer to a question about an account that was forgotten meanwhile is nobody's news.
        if (books.get(accountId) === book) for (const listener of listListeners) listener(accountId, news)
      },
    }
    const run = refreshBook(book, options, closing.signal, told).finally(() => running.delete(book))
    running.set(book, run)
    return run
  }

  return {
    accounts: () => [...books.values()].map((book) => book.view()),
    account: (accountId) => books.get(accountId)?.view(),
    find: (accountId, number) => books.get(accountId)?.find(number),
    setAccounts(accounts) {
      const known = new Map(books)
      books.clear()
      for (const account of accounts) {
        const kept = known.get(account.id)
        // What was read from one address says nothing about another.
        const stays = kept !== undefined && sameEndpoints(kept.account().endpoints, account.endpoints)
        const book = stays ? kept : createBook(account)
        book.rename(account)
        books.set(account.id, book)
      }
      announce({ kind: 'accounts' })
    },
    restore(accountId, numbers, at) {
      if (books.get(accountId)?.restore(numbers, at)) announce({ kind: 'account', accountId })
    },
    refresh,
    async refreshNumber(accountId, number, signal) {
      const book = books.get(accountId)
      const access = book && (await options.driverFor(book.account()))
      if (book === undefined || access === undefined) return undefined
      if (access.kind !== 'ready') throw notReadyError(access.kind, book.account().provider)
      const owned = await access.driver.getOwned(number, signal)
      if (owned === undefined) book.remove(number)
      else book.put(owned)
      numberChanged(accountId, number)
      return owned
    },
    put(owned) {
      books.get(owned.accountId)?.put(owned)
      numberChanged(owned.accountId, owned.number)
    },
    remove(accountId, number) {
      books.get(accountId)?.remove(number)
      numberChanged(accountId, number)
    },
    forget(accountId) {
      const book = books.get(accountId)
      if (book === undefined) return
      books.set(accountId, createBook(book.account()))
      announce({ kind: 'account', accountId })
    },
    begin(accountId, number, activity) {
      const started = books.get(accountId)?.begin(number, activity) ?? false
      if (started) numberChanged(accountId, number)
      return started
    },
    end(accountId, number) {
      books.get(accountId)?.end(number)
      numberChanged(accountId, number)
    },
    onDidChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onDidList(listener) {
      listListeners.add(listener)
      return () => listListeners.delete(listener)
    },
    dispose() {
      closing.abort()
      listeners.clear()
      listListeners.clear()
    },
  }
}

interface RefreshEvents {
  readonly changed: () => void
  readonly numberChanged: (number: E164) => void
  readonly listed: (news: ListNews | undefined) => void
}

async function refreshBook(
  book: AccountBook,
  options: InventoryOptions,
  signal: AbortSignal,
  told: RefreshEvents,
): Promise<void> {
  book.startRefresh()
  told.changed()
  let complete: { readonly news: ListNews | undefined } | undefined
  try {
    const access = await options.driverFor(book.account())
    if (access.kind !== 'ready') {
      book.notReady(access.kind)
    } else {
      for await (const page of access.driver.listOwned(signal)) await takePage(book, page, options, told)
      complete = { news: book.finishComplete(options.now()) }
    }
  } catch (error) {
    book.finishIncomplete(asProviderError(error, book.account().provider), options.now())
  }
  told.changed()
  if (complete !== undefined) told.listed(complete.news)
}

/** Some providers answer with everything at once. */
async function takePage(
  book: AccountBook,
  page: OwnedPage,
  options: InventoryOptions,
  told: RefreshEvents,
): Promise<void> {
  for (let at = 0; at === 0 || at < page.numbers.length; at += rowsAtOnce) {
    if (at > 0) await options.breathe?.()
    const numbers = page.numbers.slice(at, at + rowsAtOnce)
    const { rearranged, changed } = book.addPage({ numbers, unreadable: at === 0 ? page.unreadable : [] })
    if (rearranged) told.changed()
    for (const number of changed) told.numberChanged(number)
  }
}

function notReadyError(reason: NotReady, provider: string): ProviderError {
  const kind = reason === 'signedOut' || reason === 'endpointChanged' ? 'auth' : 'unsupported'
  return new ProviderError({ kind, provider, operation: 'get', detail: `the account cannot be asked now (${reason})` })
}

function asProviderError(error: unknown, provider: string): ProviderError {
  if (error instanceof ProviderError) return error
  const detail = error instanceof Error ? error.name : typeof error
  return new ProviderError({ kind: 'unexpected', provider, operation: 'list', detail }, { cause: error })
}
