import type { Account } from './account.ts'
import type { E164 } from './phoneNumber.ts'
import type { ProviderError } from './providerError.ts'
import type { LineResult } from './rentSeveral.ts'
import { sharedSentences } from './sharedSentences.ts'
import { shortFailure } from './shortFailure.ts'
import { t } from './words.ts'

export interface ResultWords {
  readonly providerOf: (account: Account) => string
  readonly format: (number: E164) => string
}

/** What to tell after several rents or releases. */
export interface ResultMessage {
  readonly severity: 'information' | 'warning'
  readonly message: string
}

/** What became of several rents, in one message: what may cost money unseen comes first, then what was rented, then what was not and why. */
export function rentSeveralResult(results: readonly LineResult[], words: ResultWords): ResultMessage {
  const names = (kind: LineResult['outcome']['kind']) =>
    results.filter(({ outcome }) => outcome.kind === kind).map(({ line }) => words.format(line.order.number))
  const rented = names('rented')
  const unknown = [...names('unknown'), ...names('earlierUnknown'), ...names('broken')]
  const refused = results.flatMap((result) => refusal(result, words))
  const sentences = [
    ...(unknown.length === 0
      ? []
      : [
          t(
            'Outcome unknown, it may cost money: {0}. Use Check Again on its row before you try once more.',
            unknown.join(', '),
          ),
        ]),
    rented.length === 0
      ? t('Rented 0 of {0}.', results.length)
      : t('Rented {0} of {1}: {2}.', rented.length, results.length, rented.join(', ')),
    ...(refused.length === 0 ? [] : [t('Not rented: {0}.', refused.join('; '))]),
    ...notTried(results, words),
    ...notes(results, words),
  ]
  const complete = rented.length === results.length
  return { severity: complete ? 'information' : 'warning', message: sentences.join(' ') }
}

/** "+1 312 555 0142 (no longer offered)". */
function refusal({ line, outcome }: LineResult, { format, providerOf }: ResultWords): string[] {
  const named = (why: string) => [`${format(line.order.number)} (${why})`]
  if (outcome.kind === 'refused') return named(refusedBecause(outcome.error, providerOf(line.account)))
  if (outcome.kind === 'alreadyOwned') return named(t('it is already yours'))
  if (outcome.kind === 'alreadyUnderWay') return named(t('it is being worked on already, perhaps in another window'))
  if (outcome.kind === 'notRecorded')
    return named(t('the record of it could not be written to disk, {0}', outcome.reason))
  return []
}

/** A lost answer that counts as refused: the provider was asked and says that the account does not own the number. */
function refusedBecause(error: ProviderError, provider: string): string {
  if (error.kind === 'unknownOutcome') return t('the answer was lost, and {0} says that it is not yours', provider)
  return shortFailure(error, provider)
}

const notTriedTexts = {
  funds: (numbers: string) => t('Not tried, because the credit was used up: {0}.', numbers),
  stopped: (numbers: string) => t('Not tried, because you stopped: {0}.', numbers),
  broken: (numbers: string) => t('Not tried, because of an unexpected problem: {0}.', numbers),
} as const

function notTried(results: readonly LineResult[], { format }: ResultWords): string[] {
  return (['funds', 'stopped', 'broken'] as const).flatMap((because) => {
    const left = results.filter(({ outcome }) => outcome.kind === 'notTried' && outcome.because === because)
    return left.length === 0
      ? []
      : [notTriedTexts[because](left.map(({ line }) => format(line.order.number)).join(', '))]
  })
}

function notes(results: readonly LineResult[], { format }: ResultWords): string[] {
  return sharedSentences(
    results.flatMap(({ line, outcome }) => {
      const note = outcome.kind === 'rented' ? outcome.receipt?.note : undefined
      return outcome.kind === 'rented'
        ? [{ name: format(line.order.number), sentences: note === undefined ? [] : [note] }]
        : []
    }),
  )
}
