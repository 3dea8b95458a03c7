import { addDecimals, compareDecimals, permilleOf, timesWhole } from './decimal.ts'
import type { PriceTotals } from './priceTotals.ts'

/** Whole for every period that providers have; others are drawn a little off and told exactly. */
const monthsTogether = 5040

/** How long a bar is for each of some totals in one currency, in thousandths. For drawing only: what is paid every three months counts a third. */
export interface CostShares {
  /** Of all of them together, for bars in one row. */
  readonly ofAll: readonly number[]
  /** Of the largest one, for bars below each other. */
  readonly ofLargest: readonly number[]
}

export function costShares(parts: readonly PriceTotals[], currency: string): CostShares {
  const weights = parts.map((totals) => weightOf(totals, currency))
  const whole = addDecimals(weights)
  const largest = weights.reduce((a, b) => (compareDecimals(a, b) < 0 ? b : a), '0')
  return {
    ofAll: weights.map((weight) => permilleOf(weight, whole)),
    ofLargest: weights.map((weight) => permilleOf(weight, largest)),
  }
}

/** Dearest first, exactly. */
export function compareCosts(a: PriceTotals, b: PriceTotals, currency: string): number {
  return compareDecimals(weightOf(b, currency), weightOf(a, currency))
}

function weightOf({ known }: PriceTotals, currency: string): string {
  return addDecimals(
    known.flatMap((price) => {
      if (price.kind === 'once' || price.money.currency !== currency) return []
      return [timesWhole(price.money.amount, Math.round(monthsTogether / price.months))]
    }),
  )
}
