/** Compares two plain decimal texts ("12.5", "0.50000"): negative, zero or positive like `a - b`. Exact at any length. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(placesOf(a), placesOf(b))
  const difference = scaled(a, places) - scaled(b, places)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** A decimal text times a whole number, exact: "0.10" × 3 = "0.30". */
export function timesWhole(amount: string, factor: number): string {
  const places = placesOf(amount)
  return unscaled(scaled(amount, places) * BigInt(factor), places)
}

/** The exact sum of decimal texts: "0.1" + "0.20" = "0.30". */
export function addDecimals(amounts: readonly string[]): string {
  const places = Math.max(0, ...amounts.map(placesOf))
  return unscaled(
    amounts.reduce((sum, amount) => sum + scaled(amount, places), 0n),
    places,
  )
}

/** How many thousandths of the whole a part is, for drawing: 0 to 1000, rounded down. 0 of nothing. */
export function permilleOf(part: string, whole: string): number {
  const places = Math.max(placesOf(part), placesOf(whole))
  const all = scaled(whole, places)
  return all === 0n ? 0 : Number((scaled(part, places) * 1000n) / all)
}

function placesOf(amount: string): number {
  return amount.split('.')[1]?.length ?? 0
}

function scaled(amount: string, places: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole + fraction.padEnd(places, '0'))
}

function unscaled(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
