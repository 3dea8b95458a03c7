/**
 * RFC 3339 in UTC with six fraction digits. The world keeps milliseconds; the last three digits are derived from the
 * moment, so that a client which reads milliseconds only is noticed and equal moments have equal text.
 */
export function timestamp(epochMs: number): string {
  const micros = (Math.floor(epochMs / 1000) * 7 + 311) % 1000
  return new Date(epochMs).toISOString().replace('Z', `${String(micros).padStart(3, '0')}Z`)
}

/** The same moment some months later; a day that the month lacks becomes its last day. */
export function addMonths(epochMs: number, months: number): number {
  const date = new Date(epochMs)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return date.setUTCDate(Math.min(day, lastDay))
}
