/** The calendar day of an instant, `YYYY-MM-DD` in UTC. */
export function dayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10)
}

/** The day that lies a count of days before an instant. */
export function daysBefore(epochMs: number, days: number): string {
  return dayOf(epochMs - days * 86_400_000)
}

/** The next monthly renewal after `today` of a number rented on `addedOn`; short months renew on their last day. */
export function nextRenewal(addedOn: string, today: string): string {
  const day = Number(addedOn.slice(8))
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const thisMonth = dayInMonth(year, month, day)
  return thisMonth > today ? thisMonth : dayInMonth(year, month + 1, day)
}

function dayInMonth(year: number, month: number, day: number): string {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1, Math.min(day, lastDay)))
}
