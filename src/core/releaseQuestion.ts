import type { Account } from './account.ts'
import { countryName } from './country.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import { describeMoney, describePrice } from './price.ts'
import type { ProviderDefinition } from './providerDefinition.ts'
import type { ReleaseFee, ReleasePreview } from './providerDriver.ts'
import { providerWords, type Question } from './rentQuestion.ts'

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
    `Provider: ${providerWords(definition.label, account)}`,
    `Account: ${account.label}${account.sandbox ? ' (sandbox, no real number)' : ''}`,
    `Number: ${formatted}${country}`,
    ...(owned.name === undefined ? [] : [`Name: ${owned.name}`]),
    `Price until now: ${describePrice(owned.price)}`,
    `Fee for releasing: ${feeText(preview.fee)}`,
  ]
  return {
    title: `Release ${formatted} at ${definition.label}?`,
    detail: [
      lines.join('\n'),
      ...(facts.uses === undefined ? [] : [facts.uses]),
      ...preview.consequences,
      ...preview.warnings.map((text) => `${definition.label} warns: ${text}`),
    ].join('\n\n'),
    action: 'Release',
  }
}

/** "none", "USD 25.00", or that it is unknown and why. */
export function feeText(fee: ReleaseFee): string {
  switch (fee.kind) {
    case 'none':
      return 'none'
    case 'fee':
      return describeMoney(fee.money)
    case 'unknown':
      return `unknown (${fee.reason})`
    default:
      return fee satisfies never
  }
}
