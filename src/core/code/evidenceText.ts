import type { FormerOwner, NumberEvidence } from './numberEvidence.ts'

/** How a warning speaks of what only other rooms know. */
export interface EvidenceWords {
  readonly providerOf: (provider: string) => string
  /** An ISO instant as a day. */
  readonly day: (iso: string) => string
}

/** Why a number should not be used any more: one or two sentences that name it, the provider and the account. */
export function evidenceText(formatted: string, evidence: NumberEvidence, words: EvidenceWords): string {
  const place = ({ provider, account }: FormerOwner) => `${words.providerOf(provider)} (${account})`
  switch (evidence.kind) {
    case 'released': {
      const when = evidence.at === undefined ? '' : ` on ${words.day(evidence.at)}`
      const back = evidence.cancellableUntil
      const then =
        back === undefined
          ? 'It may belong to somebody else by now.'
          : `The release can be taken back until ${words.day(back)}.`
      return `${formatted} was released at ${place(evidence.from)}${when}. ${then}`
    }
    case 'releasing': {
      const until = evidence.until === undefined ? 'soon stops working' : `works until ${words.day(evidence.until)}`
      return `${formatted} is being released at ${place(evidence.from)} and ${until}.`
    }
    case 'gone':
      return `${formatted} was not in the list of ${place(evidence.from)} any more on ${words.day(evidence.at)}. It may belong to somebody else by now.`
    case 'moved':
      return `${formatted} is not at ${place(evidence.from)} any more. ${place(evidence.to)} has it now.`
    default:
      return evidence satisfies never
  }
}
