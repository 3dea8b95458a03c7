/** A fee is `"name":number` with a quote right before the colon; inside a JSON string that quote would be escaped. */
const FEES = /"(monthly_fee|setup_fee|early_termination_fee)":(-?\d+(?:\.\d+)?)/g

/** JSON in which fees have two decimals, `2.50`, as TryVox writes them. Only the text differs, not the number. */
export function writeJson(body: unknown): string {
  return JSON.stringify(body).replace(FEES, (_, name: string, fee: string) => `"${name}":${Number(fee).toFixed(2)}`)
}
