import type { Account } from './account.ts'
import type { DriverAccess, NotReady } from './inventory.ts'
import type { Log } from './log.ts'
import type { Capability, KnownNumberType } from './numberKind.ts'
import type { Offer, OfferQuery } from './offer.ts'
import type { E164 } from './phoneNumber.ts'
import type { ProviderFeatures } from './providerDefinition.ts'
import { ProviderError } from './providerError.ts'

/** What one account answered so far. Offers stay when a later request fails. */
export interface AskedAccount {
  readonly account: Account
  readonly offers: readonly Offer[]
  readonly state: AskState
  /** The same two objects as long as the search lives, so that a list can tell a line by them. */
  readonly again: { readonly retry: AskAgain; readonly goOn: AskAgain }
}

/** Asks one account again: after a failure the same, after an answer for what comes next. */
export interface AskAgain {
  readonly accountId: string
}

export type AskState =
  /** `again`: what a person asked for, nothing while the account is asked for the first time. */
  | { readonly kind: 'asking'; readonly again?: AskAgain }
  /** `canGoOn`: the provider can be asked for what comes next. */
  | { readonly kind: 'answered'; readonly more: boolean; readonly canGoOn: boolean; readonly unreadable: number }
  | { readonly kind: 'failed'; readonly error: ProviderError }
  | { readonly kind: 'notReady'; readonly reason: NotReady }
  /** A provider that cannot tell what is asked would give wrong numbers, so it is not asked. */
  | { readonly kind: 'leftOut'; readonly because: Unsearchable }

export type Unsearchable = { readonly type: KnownNumberType } | { readonly capability: Capability }

/** One query to several accounts. Answers come in any order; every account fails alone. */
export interface OfferSearch {
  /** In the order of the accounts asked. */
  accounts(): readonly AskedAccount[]
  /** Does nothing while the account is being asked. */
  askAgain(again: AskAgain): void
  /** Takes out what turned out not to be offered any more. */
  withdraw(gone: Offer): void
  onDidChange(listener: () => void): () => void
  /** Resolves when no account is being asked. */
  settled(): Promise<void>
  /** Cancels what is under way. */
  close(): void
}

export interface OfferSearchTools {
  readonly accessTo: (account: Account) => Promise<DriverAccess>
  readonly featuresOf: (provider: string) => ProviderFeatures | undefined
  readonly log: Log
}

interface Entry extends AskedAccount {
  readonly from?: string
}

/** Asks all accounts at once. */
export function createOfferSearch(
  tools: OfferSearchTools,
  accounts: readonly Account[],
  query: OfferQuery,
): OfferSearch {
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  const closing = new AbortController()
  const underWay = new Set<Promise<void>>()
  const put = (entry: Entry) => {
    if (closing.signal.aborted) return
    entries.set(entry.account.id, entry)
    for (const listener of listeners) listener()
  }
  const ask = (entry: Entry, again?: AskAgain) => {
    put({ ...entry, state: { kind: 'asking', ...(again === undefined ? {} : { again }) } })
    const asking = askOne(tools, entry, query, closing.signal).then((answered) => {
      underWay.delete(asking)
      put(answered)
    })
    underWay.add(asking)
  }
  for (const account of accounts) ask(unasked(account))
  return {
    accounts: () => accounts.flatMap(({ id }) => entries.get(id) ?? []),
    askAgain(again) {
      const entry = entries.get(again.accountId)
      if (entry !== undefined && entry.state.kind !== 'asking') ask(entry, again)
    },
    withdraw(gone) {
      const entry = entries.get(gone.accountId)
      if (entry !== undefined) put({ ...entry, offers: entry.offers.filter(({ number }) => number !== gone.number) })
    },
    onDidChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    close: () => closing.abort(),
  }
}

function unasked(account: Account): Entry {
  const again = { retry: { accountId: account.id }, goOn: { accountId: account.id } }
  return { account, offers: [], state: { kind: 'asking' }, again }
}

/** Never rejects. */
async function askOne(tools: OfferSearchTools, entry: Entry, query: OfferQuery, signal: AbortSignal): Promise<Entry> {
  const { account, from } = entry
  try {
    const because = unsearchable(tools.featuresOf(account.provider), query)
    if (because !== undefined) return { ...entry, state: { kind: 'leftOut', because } }
    const access = await tools.accessTo(account)
    if (access.kind !== 'ready') return { ...entry, state: { kind: 'notReady', reason: access.kind } }
    const list = await access.driver.searchOffers(from === undefined ? query : { ...query, from }, signal)
    const { more, next, unreadable } = list
    return {
      account,
      again: entry.again,
      offers: withoutRepetition([...entry.offers, ...list.offers]),
      state: { kind: 'answered', more, canGoOn: next !== undefined, unreadable },
      ...(next === undefined ? {} : { from: next }),
    }
  } catch (error) {
    return { ...entry, state: { kind: 'failed', error: asProviderError(tools, account, error) } }
  }
}

function asProviderError({ log }: OfferSearchTools, { provider }: Account, error: unknown): ProviderError {
  if (error instanceof ProviderError) {
    if (error.kind !== 'cancelled') log.warn(error.message)
    return error
  }
  log.error(`Searching: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`)
  return new ProviderError({ kind: 'unexpected', provider, operation: 'search' })
}

/** The first of equal numbers stays: what a person looks at does not change under their eyes. */
function withoutRepetition(offers: readonly Offer[]): Offer[] {
  const known = new Map<E164, Offer>()
  for (const offer of offers) if (!known.has(offer.number)) known.set(offer.number, offer)
  return [...known.values()]
}

function unsearchable(features: ProviderFeatures | undefined, query: OfferQuery): Unsearchable | undefined {
  if (features === undefined) return undefined
  const { type } = query
  if (type !== undefined && !features.numberTypes.includes(type)) return { type }
  const capability = query.capabilities.find((one) => !features.searchCapabilities.includes(one))
  return capability === undefined ? undefined : { capability }
}
