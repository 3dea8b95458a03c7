const isoPattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/
/** Below this a number counts seconds: as milliseconds it would be before September 2001. */
const firstMilliseconds = 1e12

/** A moment as ISO 8601 text. Contiguity writes ISO text, epoch seconds and epoch milliseconds; anything else is no date. */
export function instant(value: string | number | null | undefined): string | undefined {
  const ms = typeof value === 'number' ? fromNumber(value) : fromText(value)
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

function fromNumber(value: number): number {
  if (value <= 0) return Number.NaN
  return value < firstMilliseconds ? value * 1000 : value
}

function fromText(value: string | null | undefined): number {
  const match = isoPattern.exec(value?.trim() ?? '')
  if (match === null) return Number.NaN
  const [text, time, , , zone] = match
  // Without a zone JavaScript would read a time as local.
  return Date.parse(time !== undefined && zone === undefined ? `${text}Z` : text)
}
