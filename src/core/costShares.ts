import { addDecimals, permilleOf, timesWhole } from './decimal.ts'
import type { PriceTotals } from './priceTotals.ts'

/** Whole for every period that providers have; others are drawn a little off and told exactly. */
const monthsTogether = 5040

/** How long a bar is for each of some totals in one currency, in thousandths of all of them together. For drawing only: what is paid every three months counts a third. */
export function costShares(parts: readonly PriceTotals[], currency: string): number[] {
  const weights = parts.map((totals) => weightOf(totals, currency))
  const whole = addDecimals(weights)
  return weights.map((weight) => permilleOf(weight, whole))
}

function weightOf({ known }: PriceTotals, currency: string): string {
  return addDecimals(
    known.flatMap((price) => {
      if (price.kind === 'once' || price.money.currency !== currency) return []
      return [timesWhole(price.money.amount, Math.round(monthsTogether / price.months))]
    }),
  )
}
