import type { AccountInventory } from '../../core/accountBook.ts'
import { otherHost } from '../../core/endpoints.ts'
import { isPaidOn } from '../../core/ownedNumber.ts'
import { describeTotals, totalPrices } from '../../core/priceTotals.ts'
import { t } from '../../core/words.ts'

/** "Production · 12 numbers · proxy.example.com": which account first, because a narrow side bar cuts the end. `age`: "3 h ago". */
export function accountDescription(entry: AccountInventory, name: string | undefined, age?: string): string {
  const asOf = age === undefined ? undefined : t('as of {0}', age)
  // Numbers that nobody has asked for yet in this window: how old they are comes before how many.
  const [first, second] = entry.status.kind === 'remembered' ? [asOf, countText([entry])] : [countText([entry]), asOf]
  return [name, first, second, otherHost(entry.account)].filter((part) => part !== undefined).join(' · ')
}

/** "12 numbers", "12 numbers, incomplete", "signed out", "not loaded". */
export function countText(entries: readonly AccountInventory[]): string {
  const count = entries.reduce((sum, entry) => sum + entry.numbers.length, 0)
  const known = entries.every((entry) => entry.status.kind === 'complete' || entry.status.kind === 'remembered')
  const loading = entries.some((entry) => entry.refreshing || entry.status.kind === 'notLoaded')
  const text = numbersText(count)
  if (known) return text
  if (loading) return count === 0 ? t('loading') : t('{0} so far', text)
  if (count > 0) return t('{0}, incomplete', text)
  const states = new Set(entries.map((entry) => entry.status.kind))
  if (states.size > 1) return t('not loaded')
  if (states.has('paused')) return t('paused')
  return states.has('signedOut') || states.has('endpointChanged') ? t('signed out') : t('not loaded')
}

/** "12 numbers". */
export function numbersText(count: number): string {
  return count === 1 ? t('1 number') : t('{0} numbers', count)
}

/**
 * Label and value of what is worth knowing of an account below its name, for its tooltip. The editor keeps a tooltip until its row is drawn
 * again, so it holds nothing that changes while the row stays, such as when the list was read.
 */
export function accountLines(
  entry: AccountInventory,
  provider: string,
): readonly (readonly [label: string, value: string])[] {
  const { account } = entry
  const lines: readonly (readonly [string, string | undefined])[] = [
    [t('Provider'), provider],
    [t('Server'), account.sandbox ? t('the sandbox on this machine') : otherHost(account)],
    [t('List'), countText([entry])],
    [t('Paid'), paidText([entry])],
  ]
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]))
}

/** The same for a provider with several accounts: a line for each, and what all of them cost. */
export function providerLines(entries: readonly AccountInventory[]): readonly (readonly [string, string])[] {
  const paid = paidText(entries)
  return [
    ...entries.map((entry) => [entry.account.label, accountDescription(entry, undefined)] as const),
    ...(paid === undefined ? [] : [[t('Paid'), paid] as const]),
  ]
}

/** "USD 12.50 per month, EUR 1.00 per month, 2 with unknown price"; undefined when nothing is owned. */
function paidText(entries: readonly AccountInventory[]): string | undefined {
  const paid = entries.flatMap(({ numbers }) => numbers.filter(isPaidOn))
  return paid.length === 0 ? undefined : describeTotals(totalPrices(paid.map(({ price }) => price)))
}
