import type { Account } from './account.ts'
import { describeMoney, describePrice, type Price } from './price.ts'
import type { ReleaseReceipt, RentReceipt } from './providerDriver.ts'
import { t } from './words.ts'

/** What a message about one number names. */
export interface DealNames {
  /** The number as people write it. */
  readonly formatted: string
  readonly provider: string
  readonly account: Account
}

/** "Rented +1 312 555 0142 from Acme with “Production”, USD 0.50 per month.", what was charged, and what else to know. */
export function rentedText(names: DealNames, price: Price, receipt: RentReceipt | undefined): string {
  const sentences = [
    t(
      'Rented {0} from {1} with “{2}”, {3}.',
      names.formatted,
      names.provider,
      names.account.label,
      describePrice(price),
    ),
    ...(receipt?.charged === undefined ? [] : [t('Charged now: {0}.', describeMoney(receipt.charged))]),
    ...(receipt?.note === undefined ? [] : [receipt.note]),
  ]
  return sentences.join(' ')
}

/** What became of one number that was given up, what it costs no more, the fee, and until when there is a way back. */
export function releasedText(
  names: DealNames,
  price: Price,
  receipt: ReleaseReceipt,
  day: (iso: string) => string,
): string {
  const cost = price.kind === 'unknown' ? undefined : describePrice(price)
  switch (receipt.kind) {
    case 'alreadyGone':
      return t('{0} was gone already at {1} with “{2}”.', names.formatted, names.provider, names.account.label)
    case 'leavingAt': {
      const until = receipt.until === undefined ? undefined : day(receipt.until)
      return `${releasedSentence(names)} ${worksUntil(until, cost)}`
    }
    case 'released': {
      const { fee, cancellableUntil } = receipt
      return [
        releasedSentence(names, cost),
        ...(fee === undefined ? [] : [t('Fee: {0}.', describeMoney(fee))]),
        ...(cancellableUntil === undefined ? [] : [t('It can be taken back until {0}.', day(cancellableUntil))]),
      ].join(' ')
    }
    default:
      return receipt satisfies never
  }
}

function releasedSentence({ formatted, provider, account }: DealNames, cost?: string): string {
  return cost === undefined
    ? t('Released {0} at {1} with “{2}”.', formatted, provider, account.label)
    : t('Released {0} at {1} with “{2}”, {3} ends.', formatted, provider, account.label, cost)
}

function worksUntil(until: string | undefined, cost: string | undefined): string {
  if (until === undefined) {
    return cost === undefined
      ? t('It works until its period ends.')
      : t('It works until its period ends, then {0} ends.', cost)
  }
  return cost === undefined ? t('It works until {0}.', until) : t('It works until {0}, then {1} ends.', until, cost)
}

/** "+1 312 555 0142 is yours again at Acme with “Production”, USD 0.50 per month." */
export function takenBackText({ formatted, provider, account }: DealNames, price: Price | undefined): string {
  return price === undefined || price.kind === 'unknown'
    ? t('{0} is yours again at {1} with “{2}”.', formatted, provider, account.label)
    : t('{0} is yours again at {1} with “{2}”, {3}.', formatted, provider, account.label, describePrice(price))
}
