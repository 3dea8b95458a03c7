/** `Sun, 06 Nov 1994 08:49:37 GMT` and its older form. `Date.parse` alone would also read "1.5" as a day in January. */
const httpDate = /^[A-Z][a-z]+, .*GMT$/

/** Milliseconds to wait according to `Retry-After`, in seconds or as an HTTP date; undefined when missing or unreadable. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const value = headers['retry-after']?.trim()
  if (value === undefined || value === '') return undefined
  if (/^\d{1,6}$/.test(value)) return Number(value) * 1000
  if (!httpDate.test(value)) return undefined
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}
