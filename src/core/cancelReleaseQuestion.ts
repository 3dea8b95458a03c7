import type { Account } from './account.ts'
import type { Deed } from './journal.ts'
import { describeMoney, describePrice } from './price.ts'
import type { ProviderDefinition } from './providerDefinition.ts'
import { providerWords, type Question } from './rentQuestion.ts'

export interface CancelReleaseFacts {
  readonly definition: ProviderDefinition
  readonly account: Account
  /** The release that is to be taken back. */
  readonly release: Deed
  /** The number as people write it. */
  readonly formatted: string
  /** An ISO instant as people write days. */
  readonly day: (iso: string) => string
}

/** Everything a person must know before a release is taken back: whose number, what it costs again, what nobody says. */
export function cancelReleaseQuestion(facts: CancelReleaseFacts): Question {
  const { definition, account, release, formatted, day } = facts
  const { intent, ending } = release
  const manner = definition.features.release
  const lines = [
    `Provider: ${providerWords(definition.label, account)}`,
    `Account: ${account.label}${account.sandbox ? ' (sandbox, no real money)' : ''}`,
    `Number: ${formatted}`,
    `Price before its release: ${describePrice(intent.price ?? { kind: 'unknown' })}`,
    `Fee for releasing it: ${ending?.fee === undefined ? 'unknown' : describeMoney(ending.fee)}`,
    ...(ending?.cancellableUntil === undefined ? [] : [`Can be taken back until: ${day(ending.cancellableUntil)}`]),
  ]
  return {
    title: `Take back the release of ${formatted} at ${definition.label}?`,
    detail: [
      lines.join('\n'),
      'The number is yours again, and you pay for it again.',
      ...(manner.kind === 'coolingOff' ? manner.takeBackNotes : []),
    ].join('\n\n'),
    action: 'Take back',
  }
}
