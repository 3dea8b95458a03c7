import type { Stall } from './stalls.ts'

/** What the tree's program prints, as JSON. */
export interface TreeFigures {
  readonly numbers: number
  readonly countries: number
  readonly work: readonly (Stall & { readonly name: string })[]
  /** Memory above the empty product with all numbers known, and with every group of the tree opened once. */
  readonly collapsedMb: number
  readonly openedMb: number
  /** Rows drawn again by refreshes that found nothing new. */
  readonly redraws: number
}
