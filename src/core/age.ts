import { t } from './words.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How old something is, in few words: "3 h ago". Both in epoch milliseconds. A clock that was set back makes it new. */
export function ageText(at: number, now: number): string {
  const age = now - at
  if (age < minuteMs) return t('a moment ago')
  if (age < hourMs) return t('{0} min ago', Math.floor(age / minuteMs))
  if (age < 2 * dayMs) return t('{0} h ago', Math.floor(age / hourMs))
  return t('{0} days ago', Math.floor(age / dayMs))
}
