import { type Operation, ProviderError } from '../core/providerError.ts'
import { t } from '../core/words.ts'

/** More rows than an account of these providers has numbers. Reading on would fill the memory. */
export const mostRows = 100_000

/** Throws `unexpected` for a list with more rows than `mostRows`, on one page or on all of them together. */
export function refuseEndless(provider: string, operation: Operation, rows: number): void {
  if (rows <= mostRows) return
  throw new ProviderError({ kind: 'unexpected', provider, operation, detail: t('the list does not come to an end') })
}
