import type { OwnedNumber } from './ownedNumber.ts'
import { counted, t } from './words.ts'

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

/** True when the number will be charged for again, or end, on a day that nobody tells. */
export function isUndated({ state, renewsAt }: OwnedNumber): boolean {
  if (state.kind === 'released') return false
  return Number.isNaN(Date.parse((state.kind === 'releasing' ? state.until : renewsAt) ?? ''))
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
  /** Numbers of which nobody tells when they renew or end. */
  readonly undated: number
}

/** "20 numbers without a known date are not counted"; undefined when every date is known. */
export function undatedText({ undated }: Pick<UpcomingCounts, 'undated'>): string | undefined {
  if (undated === 0) return undefined
  return counted(
    undated,
    t('1 number without a known date is not counted'),
    t('{0} numbers without a known date are not counted'),
  )
}

/** "3 renewals, 1 number ends"; empty when nothing happens. */
export function upcomingText({ renewals, ends }: Omit<UpcomingCounts, 'undated'>): string {
  return [
    ...(renewals === 0 ? [] : [counted(renewals, t('1 renewal'), t('{0} renewals'))]),
    ...(ends === 0 ? [] : [counted(ends, t('1 number ends'), t('{0} numbers end'))]),
  ].join(', ')
}
