import type { OwnedNumber } from './ownedNumber.ts'

/** Something that will happen to a number soon: it is charged for again, or it ends. */
export interface Upcoming {
  readonly kind: 'renews' | 'ends'
  readonly owned: OwnedNumber
  /** As the provider wrote it: ISO 8601 instant or calendar day. */
  readonly at: string
}

export const upcomingDays = 30

const dayMs = 86_400_000
const dayOnly = /^\d{4}-\d{2}-\d{2}$/

/** What happens to the number within 30 days of `now` (epoch milliseconds); undefined when nothing does, or nobody tells. */
export function upcomingOf(owned: OwnedNumber, now: number): Upcoming | undefined {
  const { state, renewsAt } = owned
  if (state.kind === 'releasing') {
    return state.until !== undefined && isSoon(state.until, now) ? { kind: 'ends', owned, at: state.until } : undefined
  }
  if (state.kind === 'released' || renewsAt === undefined || !isSoon(renewsAt, now)) return undefined
  return { kind: 'renews', owned, at: renewsAt }
}

/** A calendar day counts until it is over everywhere. */
function isSoon(at: string, now: number): boolean {
  const begins = Date.parse(at)
  const ends = dayOnly.test(at) ? begins + dayMs : begins
  return ends >= now && begins <= now + upcomingDays * dayMs
}

/** The calendar day something happens, as far as the text tells: `YYYY-MM-DD`, for putting things in order. */
export function dayOf({ at }: Upcoming): string {
  return at.slice(0, 'YYYY-MM-DD'.length)
}

export interface UpcomingCounts {
  readonly renewals: number
  readonly ends: number
}

/** "3 renewals, 1 number ends"; empty when nothing happens. */
export function upcomingText({ renewals, ends }: UpcomingCounts): string {
  const counted = (count: number, one: string, many: string) =>
    `${count.toLocaleString('en')} ${count === 1 ? one : many}`
  return [
    ...(renewals === 0 ? [] : [counted(renewals, 'renewal', 'renewals')]),
    ...(ends === 0 ? [] : [counted(ends, 'number ends', 'numbers end')]),
  ].join(', ')
}
