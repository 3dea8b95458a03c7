import type { Account } from './account.ts'
import type { Deed } from './journal.ts'
import { describeMoney, describePrice } from './price.ts'
import type { ProviderDefinition } from './providerDefinition.ts'
import { inSandbox, providerWords, type Question } from './rentQuestion.ts'
import { t } from './words.ts'

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
    t('Provider: {0}', providerWords(definition.label, account)),
    t('Account: {0}', inSandbox(account.label, account, 'money')),
    t('Number: {0}', formatted),
    t('Price before its release: {0}', describePrice(intent.price ?? { kind: 'unknown' })),
    t('Fee for releasing it: {0}', ending?.fee === undefined ? t('unknown') : describeMoney(ending.fee)),
    ...(ending?.cancellableUntil === undefined
      ? []
      : [t('Can be taken back until: {0}', day(ending.cancellableUntil))]),
  ]
  return {
    title: t('Take back the release of {0} at {1}?', formatted, definition.label),
    detail: [
      lines.join('\n'),
      t('The number is yours again, and you pay for it again.'),
      ...(manner.kind === 'coolingOff' ? manner.takeBackNotes : []),
    ].join('\n\n'),
    action: t('Take back'),
  }
}
