import type { CountryCode } from './country.ts'
import type { E164 } from './phoneNumber.ts'
import type { Money, Price } from './price.ts'
import type { Sighting } from './sighting.ts'

/** What was done to a number. */
export type Verb = 'rent' | 'release' | 'cancelRelease' | 'changeSettings'

/** What was about to happen, written before the request leaves. No secrets. */
export interface Intent {
  /** Ours, a UUID. */
  readonly id: string
  readonly verb: Verb
  readonly provider: string
  readonly accountId: string
  /** The account's label at that time. */
  readonly account: string
  readonly sandbox: boolean
  readonly number: E164
  readonly country?: CountryCode
  /** ISO 8601. */
  readonly at: string
  /** What the person agreed to. */
  readonly price?: Price
  readonly setup?: Price
  /** ISO 8601. What the preview of a release said: it can be taken back at least until then. */
  readonly takeBackUntil?: string
  /** What was changed, in words. */
  readonly changes?: readonly string[]
}

/** How it ended. `unknown` may be followed by another ending once the provider was asked. */
export interface Ending {
  /** The intent's id. */
  readonly id: string
  readonly at: string
  readonly outcome: 'done' | 'refused' | 'unknown'
  /** In words: the provider's sentence, or what we know. Plain text. */
  readonly note?: string
  /** The provider's id of the request. */
  readonly requestId?: string
  readonly charged?: Money
  readonly fee?: Money
  /** ISO 8601: a released number works until then. */
  readonly until?: string
  /** ISO 8601: the release can be taken back until then. */
  readonly cancellableUntil?: string
}

export type JournalEntry =
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'ending'; readonly ending: Ending }
  | { readonly kind: 'sighting'; readonly sighting: Sighting }

/** What was done, from the intent to the last thing that is known of it. */
export interface Deed {
  readonly intent: Intent
  /** Undefined: the window ended before the answer came. */
  readonly ending: Ending | undefined
}

/** The record of everything that spent money or gave a number up, and of what others did to the lists. Append-only, shared by all windows. */
export interface Journal {
  /** Resolves when the entry is on disk; rejects when it is not, and then nothing may be sent. */
  append(entry: JournalEntry): Promise<void>
  /** Everything that can be read, oldest first. A damaged line is left out, the others stay. */
  read(): Promise<readonly JournalEntry[]>
}

/** Intents with their latest endings, oldest first. */
export function deedsOf(entries: readonly JournalEntry[]): Deed[] {
  const deeds = new Map<string, Deed>()
  for (const entry of entries) {
    if (entry.kind === 'intent') {
      if (!deeds.has(entry.intent.id)) deeds.set(entry.intent.id, { intent: entry.intent, ending: undefined })
      continue
    }
    if (entry.kind === 'sighting') continue
    const deed = deeds.get(entry.ending.id)
    if (deed !== undefined && !isSettled(deed))
      deeds.set(entry.ending.id, { intent: deed.intent, ending: entry.ending })
  }
  return [...deeds.values()]
}

/** True when nothing has to be asked any more. A settled deed stays as it is. */
export function isSettled(deed: Deed): boolean {
  return deed.ending !== undefined && deed.ending.outcome !== 'unknown'
}

/** Rents whose outcome nobody knows: each may cost money. */
export function openRents(deeds: readonly Deed[]): Deed[] {
  return deeds.filter((deed) => deed.intent.verb === 'rent' && !isSettled(deed))
}

/** Releases that can still be taken back at `now` (epoch milliseconds), the latest for each number. */
export function cancellableReleases(deeds: readonly Deed[], now: number): Deed[] {
  const latest = new Map<string, Deed>()
  for (const deed of deeds) {
    const key = `${deed.intent.accountId} ${deed.intent.number}`
    if (deed.ending?.outcome === 'done' && !foundReleased(deed, latest.get(key))) latest.set(key, deed)
  }
  return [...latest.values()].filter(({ intent, ending }) => {
    const until = ending?.cancellableUntil
    return intent.verb === 'release' && until !== undefined && Date.parse(until) > now
  })
}

/** A second window released a number that was released already, and learned nothing about taking it back. */
function foundReleased({ intent, ending }: Deed, before: Deed | undefined): boolean {
  return intent.verb === 'release' && before?.intent.verb === 'release' && ending?.cancellableUntil === undefined
}
