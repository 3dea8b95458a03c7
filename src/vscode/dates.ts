import { language as ours } from '../core/words.ts'

const dayOnly = /^\d{4}-\d{2}-\d{2}$/

/** An ISO instant or calendar day as people of this language write days: "3 Dec 2026". Unreadable text stays as it is. */
export function formatDay(iso: string, language: string = ours()): string {
  const at = Date.parse(dayOnly.test(iso) ? `${iso}T00:00:00Z` : iso)
  if (Number.isNaN(at)) return iso
  // A calendar day has no zone: it must not slip to the day before west of Greenwich.
  const zone = dayOnly.test(iso) ? { timeZone: 'UTC' } : {}
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...zone }).format(at)
}

/** The time of day of an epoch in milliseconds: "10:32". */
export function formatTime(at: number, language: string = ours()): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at)
}

/** An ISO instant as day and time of day to the second, for records. Unreadable text stays as it is. */
export function formatMoment(iso: string, language: string = ours()): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at)
}
