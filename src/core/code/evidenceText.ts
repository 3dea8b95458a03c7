import { t } from '../words.ts'
import type { FormerOwner, NumberEvidence } from './numberEvidence.ts'

/** How a warning speaks of what only other rooms know. */
export interface EvidenceWords {
  readonly providerOf: (provider: string) => string
  /** An ISO instant as a day. */
  readonly day: (iso: string) => string
}

const othersNumber = t('It may belong to somebody else by now.')

/** Why a number should not be used any more: one or two sentences that name it, the provider and the account. */
export function evidenceText(formatted: string, evidence: NumberEvidence, words: EvidenceWords): string {
  const place = ({ provider, account }: FormerOwner) => `${words.providerOf(provider)} (${account})`
  switch (evidence.kind) {
    case 'released': {
      const { at, cancellableUntil: back } = evidence
      const released =
        at === undefined
          ? t('{0} was released at {1}.', formatted, place(evidence.from))
          : t('{0} was released at {1} on {2}.', formatted, place(evidence.from), words.day(at))
      const then = back === undefined ? othersNumber : t('The release can be taken back until {0}.', words.day(back))
      return `${released} ${then}`
    }
    case 'releasing':
      return evidence.until === undefined
        ? t('{0} is being released at {1} and soon stops working.', formatted, place(evidence.from))
        : t(
            '{0} is being released at {1} and works until {2}.',
            formatted,
            place(evidence.from),
            words.day(evidence.until),
          )
    case 'gone': {
      const { from, at } = evidence
      const gone = t('{0} was not in the list of {1} any more on {2}.', formatted, place(from), words.day(at))
      return `${gone} ${othersNumber}`
    }
    case 'moved':
      return t('{0} is not at {1} any more. {2} has it now.', formatted, place(evidence.from), place(evidence.to))
    default:
      return evidence satisfies never
  }
}
