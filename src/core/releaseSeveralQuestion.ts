import type { Account } from './account.ts'
import type { E164 } from './phoneNumber.ts'
import type { PreviewedRelease } from './previewReleases.ts'
import { oncePrice, shortPrice, unknownPrice } from './price.ts'
import { describeTotals, totalPrices } from './priceTotals.ts'
import type { ReleaseFee } from './providerDriver.ts'
import { feeText } from './releaseQuestion.ts'
import { accountHeading, type Question } from './rentQuestion.ts'
import { countNumbers } from './rentSeveralQuestion.ts'
import { sharedSentences } from './sharedSentences.ts'
import { shortFailure } from './shortFailure.ts'
import { t } from './words.ts'

export type PossibleRelease = Extract<PreviewedRelease, { kind: 'previewed' }>

export interface ReleaseSeveralFacts {
  readonly possible: readonly PossibleRelease[]
  readonly leftOut: readonly NotReleased[]
  readonly providerOf: (account: Account) => string
  readonly format: (number: E164) => string
  /** Where the numbers are still used, in words; undefined when nobody looked. */
  readonly uses?: string | undefined
}

/** A number that is not among those to be released, and why: a few words. */
export interface NotReleased {
  readonly number: E164
  readonly reason: string
}

/** Everything a person must know before several numbers are given up: each one with its fee, by provider what really happens. */
export function releaseSeveralQuestion(facts: ReleaseSeveralFacts): Question {
  const { possible, leftOut, providerOf, format } = facts
  const providers = [...new Set(possible.map(({ item }) => providerOf(item.account)))]
  const fees = totalPrices(possible.flatMap(({ preview }) => feePrice(preview.fee)))
  const parts = [
    ...providers.flatMap((provider) => providerPart(provider, facts)),
    [
      t('Ends: {0}', describeTotals(totalPrices(possible.map(({ item }) => item.owned.price)))),
      ...(fees.known.length + fees.unknown === 0 ? [] : [t('Fees together: {0}', describeTotals(fees, 'fee'))]),
    ].join('\n'),
    ...(facts.uses === undefined ? [] : [facts.uses]),
    ...(leftOut.length === 0
      ? []
      : [[t('Not released:'), ...leftOut.map(({ number, reason }) => `${format(number)}: ${reason}`)].join('\n')]),
  ]
  const numbers = countNumbers(possible.length)
  return {
    title: providers.length === 1 ? t('Release {0} at {1}?', numbers, providers.join()) : t('Release {0}?', numbers),
    detail: parts.join('\n\n'),
    action: t('Release {0}', numbers),
  }
}

/** Those that can be released, and why the others cannot. */
export function sortReleases(
  previewed: readonly PreviewedRelease[],
  providerOf: ReleaseSeveralFacts['providerOf'],
): Pick<ReleaseSeveralFacts, 'possible' | 'leftOut'> {
  const possible = previewed.filter((one) => one.kind === 'previewed').filter(({ preview }) => preview.possible)
  const leftOut = previewed.flatMap((one): NotReleased[] => {
    const { number } = one.item.owned
    if (one.kind === 'failed') {
      const why = shortFailure(one.error, providerOf(one.item.account))
      return [{ number, reason: t('what its release means could not be asked, {0}', why) }]
    }
    if (one.preview.possible) return []
    return [{ number, reason: [...one.preview.warnings, ...one.preview.consequences].join(' ') }]
  })
  return { possible, leftOut }
}

/** The numbers of one provider, then once what its releases really do. */
function providerPart(provider: string, { possible, providerOf, format }: ReleaseSeveralFacts): string[] {
  const own = possible.filter(({ item }) => providerOf(item.account) === provider)
  const sayings = (read: (one: PossibleRelease) => readonly string[]) =>
    sharedSentences(own.map((one) => ({ name: format(one.item.owned.number), sentences: read(one) })))
  const ids = [...new Set(own.map(({ item }) => item.account.id))]
  const numbersOf = (id: string) => own.filter(({ item }) => item.account.id === id)
  return [
    ...ids.map((id) => accountLines(provider, numbersOf(id), format)),
    ...sayings(({ preview }) => preview.consequences),
    ...sayings(({ preview }) => preview.warnings).map((text) => t('{0} warns: {1}', provider, text)),
  ]
}

function accountLines(
  provider: string,
  own: readonly PossibleRelease[],
  format: ReleaseSeveralFacts['format'],
): string {
  const headings = own.slice(0, 1).map(({ item: { account } }) => accountHeading(provider, account, 'number'))
  return [...headings, ...own.map((one) => line(one, format))].join('\n')
}

/** Short, because a dialog is narrow: as in the question before renting several. */
function line({ item, preview }: PossibleRelease, format: ReleaseSeveralFacts['format']): string {
  const { owned } = item
  const parts = [
    format(owned.number),
    ...(owned.name === undefined ? [] : [owned.name]),
    shortPrice(owned.price),
    t('fee: {0}', feeText(preview.fee)),
  ]
  return parts.join(' · ')
}

function feePrice(fee: ReleaseFee) {
  if (fee.kind === 'none') return []
  return [fee.kind === 'fee' ? oncePrice(fee.money.amount, fee.money.currency) : unknownPrice]
}
