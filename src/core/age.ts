const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How old something is, in few words: "3 h ago". Both in epoch milliseconds. A clock that was set back makes it new. */
export function ageText(at: number, now: number): string {
  const age = now - at
  if (age < minuteMs) return 'a moment ago'
  if (age < hourMs) return `${Math.floor(age / minuteMs)} min ago`
  if (age < 2 * dayMs) return `${Math.floor(age / hourMs)} h ago`
  return `${Math.floor(age / dayMs)} days ago`
}
