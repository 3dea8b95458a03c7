import type { Deed } from './journal.ts'
import type { ListNews } from './listing.ts'
import type { E164 } from './phoneNumber.ts'
import { t } from './words.ts'

/** Numbers that came or went without being rented or released from here, as a list showed it. Written down; no secrets. */
export interface Sighting {
  /** Ours, a UUID. */
  readonly id: string
  /** ISO 8601: when the list was complete. */
  readonly at: string
  /** ISO 8601: the list it was compared with. */
  readonly since: string
  readonly provider: string
  readonly accountId: string
  /** The account's label at that time. */
  readonly account: string
  readonly sandbox: boolean
  readonly appeared: readonly E164[]
  readonly vanished: readonly E164[]
  /** How many more came or went than are named. */
  readonly more?: number
}

const mostNamed = 500

/** As much of the news as is worth a place in the journal. */
export function boundedSighting(
  about: Omit<Sighting, 'appeared' | 'vanished' | 'more'>,
  { appeared, vanished }: Pick<ListNews, 'appeared' | 'vanished'>,
): Sighting {
  const named = { appeared: appeared.slice(0, mostNamed), vanished: vanished.slice(0, mostNamed) }
  const more = appeared.length + vanished.length - named.appeared.length - named.vanished.length
  return { ...about, ...named, ...(more > 0 ? { more } : {}) }
}

/** A list may lag behind a rent by so much. */
const lagMs = 10 * 60_000

/** What is left of the news without what was done from here, in whichever window. `now`: epoch milliseconds. */
export function withoutOwnDeeds(news: ListNews, provider: string, deeds: readonly Deed[], now: number): ListNews {
  const latest = new Map<E164, Deed>()
  for (const deed of deeds) {
    const { verb, provider: where, number } = deed.intent
    if (where === provider && verb !== 'changeSettings' && deed.ending?.outcome !== 'refused') latest.set(number, deed)
  }
  const rentedSince = (number: E164, at: number) => {
    const intent = latest.get(number)?.intent
    return intent !== undefined && intent.verb !== 'release' && Date.parse(intent.at) >= at - lagMs
  }
  const wasReleased = (number: E164) => latest.get(number)?.intent.verb === 'release'
  return {
    since: news.since,
    appeared: news.appeared.filter((number) => !rentedSince(number, news.since)),
    vanished: news.vanished.filter((number) => !wasReleased(number) && !rentedSince(number, now)),
  }
}

/** Every sighting once, oldest first: two windows that look at the same list see the same. */
export function distinctSightings(sightings: readonly Sighting[]): Sighting[] {
  const last = new Map<string, 'appeared' | 'vanished'>()
  return sightings.flatMap((sighting) => {
    const fresh = (kind: 'appeared' | 'vanished') =>
      sighting[kind].filter((number) => {
        const key = `${sighting.accountId} ${number}`
        if (last.get(key) === kind) return false
        last.set(key, kind)
        return true
      })
    const [appeared, vanished] = [fresh('appeared'), fresh('vanished')]
    return appeared.length + vanished.length === 0 ? [] : [{ ...sighting, appeared, vanished }]
  })
}

/** "2 new, 1 gone". */
export function countNews({ appeared, vanished }: { readonly appeared: number; readonly vanished: number }): string {
  return [appeared > 0 ? [t('{0} new', appeared)] : [], vanished > 0 ? [t('{0} gone', vanished)] : []].flat().join(', ')
}
