import type { CostsView, CostTable, CurrencyCosts, UpcomingView } from '../../contract/costsPage.ts'
import type { AccountInventory } from '../../core/accountBook.ts'
import { compareCosts, costShares } from '../../core/costShares.ts'
import type { CostPart, CostSummary } from '../../core/costSummary.ts'
import { countryName } from '../../core/country.ts'
import { describeMoney, describePrice } from '../../core/price.ts'
import type { PriceTotals } from '../../core/priceTotals.ts'
import { type Upcoming, undatedText, upcomingDays, upcomingText } from '../../core/upcoming.ts'
import { language, t } from '../../core/words.ts'
import { displayText } from '../settingsForm/displayText.ts'

/** How the page speaks of what only other rooms know. */
export interface CostsWords {
  readonly providerOf: (provider: string) => string
  readonly format: (number: Upcoming['owned']['number']) => string
  readonly day: (iso: string) => string
}

/** The summary in words. Amounts are exact and apart by currency and period; only lengths of bars are rounded. */
export function costsViewOf(summary: CostSummary, words: CostsWords): CostsView {
  return {
    title: t('Costs of your numbers'),
    lead: t('Monthly prices as the providers tell them. Currencies are kept apart; taxes and usage are not in it.'),
    notices: noticesOf(summary, words),
    currencies: currenciesOf(summary).map((currency) => currencyCosts(currency, summary, words)),
    upcoming: upcomingView(summary, words),
  }
}

function noticesOf({ count, ending, totals, accounts, withoutSandbox }: CostSummary, words: CostsWords): string[] {
  const incomplete = accounts.flatMap(({ key: { account, status, refreshing } }) => {
    const names = [displayText(account.label), words.providerOf(account.provider)] as const
    if (refreshing || status.kind === 'notLoaded') return [t('The numbers of “{0}” ({1}) are being read.', ...names)]
    return status.kind === 'complete'
      ? []
      : [t('The list of “{0}” ({1}) is not complete, so its costs are missing or too low.', ...names)]
  })
  const sandbox = withoutSandbox ? [t('The sandbox is not in it: its money is pretended.')] : []
  return accounts.length === 0
    ? [t('There is no account yet. Add one, or try the sandbox.')]
    : [...sandbox, ...incomplete, ...unpricedNotices(totals, count), ...endingNotices(ending)]
}

function unpricedNotices({ unknown }: PriceTotals, count: number): string[] {
  if (unknown === 0) return []
  return [
    unknown === 1
      ? t('1 number of {0} without a price: not in the totals.', figure(count))
      : t('{0} numbers of {1} without a price: not in the totals.', figure(unknown), figure(count)),
  ]
}

function endingNotices(ending: number): string[] {
  if (ending === 0) return []
  return [
    ending === 1
      ? t('1 number that ends is not in the totals: nothing more is charged for it.')
      : t('{0} numbers that end are not in the totals: nothing more is charged for them.', figure(ending)),
  ]
}

/** The currency of most numbers first. */
function currenciesOf({ totals, accounts }: CostSummary): string[] {
  const countIn = (currency: string) => accounts.reduce((sum, account) => sum + account.countIn(currency), 0)
  const all = [...new Set(totals.known.map(({ money }) => money.currency))].sort()
  return all.sort((a, b) => countIn(b) - countIn(a))
}

function currencyCosts(currency: string, summary: CostSummary, words: CostsWords): CurrencyCosts {
  const [first, ...others] = partsIn(summary.totals, currency)
  const accounts = costTable('parts', t('Account'), currency, summary.accounts, ({ key: { account } }) => ({
    label: displayText(account.label),
    detail: words.providerOf(account.provider),
  }))
  const countries = costTable('bars', t('Country'), currency, summary.countries, ({ key }) => ({
    label: key === undefined ? t('Unknown country') : countryName(key),
    detail: '',
  }))
  return {
    heading: first ?? currency,
    note: others.map((part) => t('and {0}', part)).join(', '),
    tables: [accounts, countries],
  }
}

type NamedPart = CostPart<unknown>

/** Dearest first. Parts without a price in this currency are left out. */
function costTable<Part extends NamedPart>(
  chart: CostTable['chart'],
  name: string,
  currency: string,
  parts: readonly Part[],
  nameOf: (part: Part) => { readonly label: string; readonly detail: string },
): CostTable {
  const present = parts
    .filter(({ totals }) => totals.known.some(({ money }) => money.currency === currency))
    .sort((a, b) => compareCosts(a.totals, b.totals, currency))
  const { ofAll, ofLargest } = costShares(
    present.map(({ totals }) => totals),
    currency,
  )
  const shares = chart === 'bars' ? ofLargest : ofAll
  const rows = present.map((part, index) => ({
    ...nameOf(part),
    numbers: figure(part.countIn(currency)),
    amount: partsIn(part.totals, currency).join(', '),
    share: shares[index] ?? 0,
  }))
  return { chart, columns: [name, t('Numbers'), t('Price')], rows }
}

/** "USD 12.50 per month", "USD 9.00 every 3 months". */
function partsIn({ known }: PriceTotals, currency: string): string[] {
  return known.filter(({ money }) => money.currency === currency).map(describePrice)
}

function upcomingView({ upcoming, accounts }: CostSummary, words: CostsWords): UpcomingView {
  const entries = new Map(accounts.map(({ key }) => [key.account.id, key]))
  return {
    heading: t('Next {0} days', upcomingDays),
    lead: upcomingLead(upcoming),
    columns: [t('Day'), t('Number'), t('Account'), t('What happens'), t('Price')],
    rows: upcoming.first.map((event) => ({
      day: words.day(event.at),
      number: words.format(event.owned.number),
      place: placeOf(entries.get(event.owned.accountId), words),
      event: event.kind === 'ends' ? t('Ends') : t('Renews'),
      ends: event.kind === 'ends',
      price: event.kind === 'ends' ? '' : chargeOf(event),
    })),
  }
}

function upcomingLead(upcoming: CostSummary['upcoming']): string {
  const undated = undatedText(upcoming)
  return [happeningText(upcoming), ...(undated === undefined ? [] : [`${undated}.`])].join(' ')
}

function happeningText(upcoming: CostSummary['upcoming']): string {
  const all = upcoming.renewals + upcoming.ends
  const shown = upcoming.first.length
  if (all === 0) return t('No renewal and no end is known.')
  return shown < all ? t('{0}; the first {1} are shown.', upcomingText(upcoming), shown) : `${upcomingText(upcoming)}.`
}

function chargeOf({ owned: { price } }: Upcoming): string {
  return price.kind === 'recurring' ? describeMoney(price.money) : describePrice(price)
}

function placeOf(entry: AccountInventory | undefined, words: CostsWords): string {
  return entry === undefined ? '' : `${words.providerOf(entry.account.provider)} · ${displayText(entry.account.label)}`
}

function figure(count: number): string {
  return count.toLocaleString(language())
}
