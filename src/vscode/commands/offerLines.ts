import type { Account } from '../../core/account.ts'
import { describeFailure } from '../../core/failureText.ts'
import { capabilityLabel, capabilityLabels, numberTypeLabel } from '../../core/numberKind.ts'
import type { Offer } from '../../core/offer.ts'
import { arrangeOffers, type OfferOrder, type PlacedOffer } from '../../core/offerOrder.ts'
import type { AskAgain, AskedAccount, AskState, Unsearchable } from '../../core/offerSearch.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { describeMoney, describePrice, shortPrice } from '../../core/price.ts'
import { checkSpending, type SpendingLimits } from '../../core/spendingGuard.ts'
import { t } from '../../core/words.ts'
import type { PickItem } from '../prompts/prompts.ts'
import { kindIcon } from '../tree/numberText.ts'
import { accountTitle, notReadyText, providerLabel } from './targets.ts'

export type OfferLine = PickItem<Offer | AskAgain>

export interface OfferView {
  readonly numbering: PhoneNumbering
  readonly limits: SpendingLimits
  readonly order: OfferOrder
}

/**
 * The list of offers in an order. Who is still asked or failed stands above the offers, because the comparison lacks it; who has nothing or
 * more to show stands below.
 */
export function offerLines(asked: readonly AskedAccount[], view: OfferView): OfferLine[] {
  const placed = asked.flatMap(({ account, offers }) => offers.map((offer) => place(account, offer, view.limits)))
  const groups = arrangeOffers(placed, view.order)
  const offers = groups.flatMap(({ heading, offers }) => offers.map((one) => offerLine(one, heading, view)))
  const states = asked.map((one) => ({ one, line: stateLine(one) }))
  const isMissing = ({ one: { state, again } }: { readonly one: AskedAccount }) =>
    state.kind === 'asking' ? state.again !== again.goOn : state.kind === 'failed' || state.kind === 'notReady'
  const below = states.filter((entry) => !isMissing(entry)).flatMap(({ line }) => line)
  return [
    ...states.filter(isMissing).flatMap(({ line }) => line),
    ...offers,
    ...below.map((line) => ({ ...line, group: t('Accounts') })),
  ]
}

function place(account: Account, offer: Offer, limits: SpendingLimits): PlacedOffer {
  return { offer, source: accountTitle(account), aboveLimit: checkSpending(offer.price, limits).kind === 'refused' }
}

function offerLine({ offer, source, aboveLimit }: PlacedOffer, group: string, view: OfferView): OfferLine {
  const verdict = checkSpending(offer.price, view.limits)
  const barred = offer.rentable.kind !== 'direct'
  return {
    label: view.numbering.format(offer.number),
    description: [priceText(offer), verdict.kind === 'refused' ? verdict.short : ''].filter(Boolean).join(' · '),
    detail: [source, ...traits(offer)].join(' · '),
    icon: barred ? 'circle-slash' : aboveLimit ? 'shield' : kindIcon(offer),
    group,
    value: offer,
  }
}

/** Where the line ends before the text does, the place is what may be missing. */
function traits(offer: Offer): string[] {
  return [
    offer.type === undefined ? '' : numberTypeLabel(offer.type),
    offer.capabilities.length === 0 ? t('capabilities unknown') : capabilityLabels(offer.capabilities).join(', '),
    offer.rentable.kind === 'direct' ? '' : t('cannot be rented from here'),
    ...requirements(offer),
    offer.area ?? '',
  ].filter((part) => part !== '')
}

function requirements({ requirements, requirementsInShort = [] }: Offer): readonly string[] {
  if (requirementsInShort.length > 0) return requirementsInShort
  return requirements.length > 0 ? [t('has requirements')] : []
}

/** "USD 0.50/mo, set-up USD 1.00"; what is not known is said once. */
function priceText({ price, setup }: Offer): string {
  if (price.kind === 'unknown' && setup.kind === 'unknown') return t('price unknown')
  const once = setup.kind === 'once' ? describeMoney(setup.money) : describePrice(setup)
  return t('{0}, set-up {1}', shortPrice(price), once)
}

/** What is to be said of an account besides its offers. */
function stateLine({ account, offers, state, again }: AskedAccount): OfferLine[] {
  const name = accountTitle(account)
  const info = (text: string, icon: string): OfferLine => ({ label: `${name}: ${text}`, icon, value: undefined })
  switch (state.kind) {
    case 'asking':
      return [asking(info(t('searching…'), 'search'), state.again)]
    case 'answered':
      return answeredLines(state, offers.length, info, again.goOn)
    case 'failed': {
      const names = { provider: providerLabel(account.provider), account: account.label }
      const { short, message } = describeFailure(state.error, names)
      return [{ ...asking(info(t('{0}. Try again', short), 'error'), again.retry), detail: message }]
    }
    case 'notReady':
      return [
        { ...asking(info(t('not asked. Try again'), 'key'), again.retry), detail: notReadyText(state.reason, account) },
      ]
    case 'leftOut':
      return [info(leftOutText(account, state.because), 'circle-slash')]
    default:
      return state satisfies never
  }
}

function answeredLines(
  { more, canGoOn, unreadable }: Extract<AskState, { kind: 'answered' }>,
  count: number,
  info: (text: string, icon: string) => OfferLine,
  goOn: AskAgain,
): OfferLine[] {
  const unread = unreadable === 0 ? [] : [info(unreadText(unreadable), 'warning')]
  if (!more && count > 0) return unread
  if (!more) return [info(t('no numbers match. Go back to widen the search.'), 'info'), ...unread]
  const line = info(canGoOn ? moreResultsText(count) : narrowText(count), 'ellipsis')
  return [canGoOn ? asking(line, goOn) : line, ...unread]
}

function moreResultsText(count: number): string {
  return count > 0 ? t('more results') : t('none of the first offers match, and there are more. More results')
}

function narrowText(count: number): string {
  return count > 0
    ? t('there are more. Add digits or a type to see others.')
    : t('none of the first offers match, and there are more. Add digits or a type to see others.')
}

/** Makes the line one that asks the account again when it is chosen; typing does not take it away. */
function asking(line: OfferLine, value: AskAgain | undefined): OfferLine {
  return { ...line, value, filtered: false }
}

function leftOutText(account: Account, because: Unsearchable): string {
  const provider = providerLabel(account.provider)
  return 'type' in because
    ? t('left out: {0} does not know the type “{1}”.', provider, numberTypeLabel(because.type))
    : t('left out: {0} has no numbers with {1}.', provider, capabilityLabel(because.capability))
}

function unreadText(count: number): string {
  return count === 1 ? t('1 offer could not be read') : t('{0} offers could not be read', count)
}
