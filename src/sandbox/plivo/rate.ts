/** Money inside this emulator: whole hundred-thousandths of a dollar, because Plivo writes five decimal places. */
export type Units = number

const UNITS_PER_DOLLAR = 100_000

/** Units as Plivo's decimal text, "0.50000". */
export function rateText(units: Units): string {
  const whole = Math.floor(Math.abs(units) / UNITS_PER_DOLLAR)
  const rest = String(Math.abs(units) % UNITS_PER_DOLLAR).padStart(5, '0')
  return `${units < 0 ? '-' : ''}${whole}.${rest}`
}

/** Decimal text with up to five places as units. @throws Error for any other text. */
export function parseRate(text: string): Units {
  const match = /^(\d+)(?:\.(\d{1,5}))?$/.exec(text)
  if (match === null) throw new Error(`Not an amount with up to five decimal places: ${text}`)
  return Number(match[1]) * UNITS_PER_DOLLAR + Number((match[2] ?? '').padEnd(5, '0'))
}
