import type { Account } from './account.ts'
import { countryName } from './country.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import { describeMoney, describePrice } from './price.ts'
import type { ProviderDefinition } from './providerDefinition.ts'
import type { ReleaseFee, ReleasePreview } from './providerDriver.ts'
import { inSandbox, providerWords, type Question } from './rentQuestion.ts'
import { t } from './words.ts'

export interface ReleaseQuestionFacts {
  readonly definition: ProviderDefinition
  readonly account: Account
  readonly owned: OwnedNumber
  readonly preview: ReleasePreview
  readonly formatted: string
  /** Where the number is still used, as a sentence; undefined when nobody looked. */
  readonly uses?: string | undefined
}

/** Everything a person must know before a number is given up: which one, where, what it costs, whether there is a way back. */
export function releaseQuestion(facts: ReleaseQuestionFacts): Question {
  const { definition, account, owned, preview, formatted } = facts
  const country = owned.country === undefined ? '' : ` (${countryName(owned.country)})`
  const lines = [
    t('Provider: {0}', providerWords(definition.label, account)),
    t('Account: {0}', inSandbox(account.label, account, 'number')),
    t('Number: {0}', `${formatted}${country}`),
    ...(owned.name === undefined ? [] : [t('Name: {0}', owned.name)]),
    t('Price until now: {0}', describePrice(owned.price)),
    t('Fee for releasing: {0}', feeText(preview.fee)),
  ]
  return {
    title: t('Release {0} at {1}?', formatted, definition.label),
    detail: [
      lines.join('\n'),
      ...(facts.uses === undefined ? [] : [facts.uses]),
      ...preview.consequences,
      ...preview.warnings.map((text) => t('{0} warns: {1}', definition.label, text)),
    ].join('\n\n'),
    action: t('Release'),
  }
}

/** "none", "USD 25.00", or that it is unknown and why. */
export function feeText(fee: ReleaseFee): string {
  switch (fee.kind) {
    case 'none':
      return t('none')
    case 'fee':
      return describeMoney(fee.money)
    case 'unknown':
      return t('unknown ({0})', fee.reason)
    default:
      return fee satisfies never
  }
}
