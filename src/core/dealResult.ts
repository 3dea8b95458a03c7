import type { Account } from './account.ts'
import { describeMoney, describePrice, type Price } from './price.ts'
import type { ReleaseReceipt, RentReceipt } from './providerDriver.ts'

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
    `Rented ${names.formatted} from ${names.provider} with “${names.account.label}”, ${describePrice(price)}.`,
    ...(receipt?.charged === undefined ? [] : [`Charged now: ${describeMoney(receipt.charged)}.`]),
    ...(receipt?.note === undefined ? [] : [receipt.note]),
  ]
  return sentences.join(' ')
}

/** What became of one number that was given up, what it costs no more, the fee, and until when there is a way back. */
export function releasedText(
  { formatted, provider, account }: DealNames,
  price: Price,
  receipt: ReleaseReceipt,
  day: (iso: string) => string,
): string {
  const where = `at ${provider} with “${account.label}”`
  const ends = price.kind === 'unknown' ? undefined : `${describePrice(price)} ends`
  switch (receipt.kind) {
    case 'alreadyGone':
      return `${formatted} was gone already ${where}.`
    case 'leavingAt': {
      const until = receipt.until === undefined ? 'until its period ends' : `until ${day(receipt.until)}`
      return `Released ${formatted} ${where}. It works ${until}${ends === undefined ? '' : `, then ${ends}`}.`
    }
    case 'released': {
      const { fee, cancellableUntil } = receipt
      return [
        `Released ${formatted} ${where}${ends === undefined ? '' : `, ${ends}`}.`,
        ...(fee === undefined ? [] : [`Fee: ${describeMoney(fee)}.`]),
        ...(cancellableUntil === undefined ? [] : [`It can be taken back until ${day(cancellableUntil)}.`]),
      ].join(' ')
    }
    default:
      return receipt satisfies never
  }
}

/** "+1 312 555 0142 is yours again at Acme with “Production”, USD 0.50 per month." */
export function takenBackText({ formatted, provider, account }: DealNames, price: Price | undefined): string {
  const cost = price === undefined || price.kind === 'unknown' ? '' : `, ${describePrice(price)}`
  return `${formatted} is yours again at ${provider} with “${account.label}”${cost}.`
}
