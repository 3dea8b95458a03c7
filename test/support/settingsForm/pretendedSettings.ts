import type {
  KnownValue,
  NumberSettings,
  Provisioning,
  SettingsChange,
  SettingsField,
} from '../../../src/core/numberSettings.ts'
import type { E164 } from '../../../src/core/phoneNumber.ts'
import type { Choice } from '../../../src/core/providerDefinition.ts'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import { ProviderError, type ProviderErrorFacts } from '../../../src/core/providerError.ts'
import { stubDriver } from '../stubDriver.ts'
import { sampleFields, sampleValues } from './sampleFields.ts'

/** A provider's settings in memory: what is read, changed and listed is real, nothing is sent anywhere. */
export interface PretendedSettings {
  readonly driver: ProviderDriver
  fields: readonly SettingsField[]
  provisioning: readonly Provisioning[]
  /** Sentences that come with the next change. */
  notes: readonly string[]
  /** By field key; a field without choices cannot list them. */
  choices: Record<string, readonly Choice[]>
  /** What was sent, in this order. */
  readonly sent: { readonly number: E164; readonly change: SettingsChange }[]
  reads: number
  lists: number
  /** Called before a reading, a change or a list is answered; may wait or throw. */
  onRead: (number: E164) => Promise<void>
  onChange: (number: E164, change: SettingsChange) => Promise<void>
  onList: (key: string) => Promise<void>
  valuesOf(number: E164): Record<string, KnownValue>
  /** Changes a value as somebody else would. */
  set(number: E164, key: string, value: KnownValue): void
}

export function createPretendedSettings(): PretendedSettings {
  const values = new Map<E164, Record<string, KnownValue>>()
  const valuesOf = (number: E164) => {
    const found = values.get(number) ?? { ...sampleValues }
    values.set(number, found)
    return found
  }
  const read = (number: E164): NumberSettings => {
    return { number, fields: pretended.fields, values: { ...valuesOf(number) }, provisioning: pretended.provisioning }
  }
  const driver = stubDriver({
    async readSettings(number) {
      pretended.reads += 1
      await pretended.onRead(number)
      return read(number)
    },
    async changeSettings(number, change) {
      pretended.sent.push({ number, change })
      await pretended.onChange(number, change)
      applyChange(valuesOf(number), change)
      return { settings: read(number), notes: pretended.notes }
    },
    async listChoices(key) {
      pretended.lists += 1
      await pretended.onList(key)
      return pretended.choices[key] ?? []
    },
  })
  const pretended: PretendedSettings = {
    ...{ driver, fields: sampleFields, provisioning: [], notes: [], choices: {}, sent: [], reads: 0, lists: 0 },
    ...{ onRead: async () => {}, onChange: async () => {}, onList: async () => {}, valuesOf },
    set(number, key, value) {
      valuesOf(number)[key] = value
    },
  }
  return pretended
}

/** What a provider does that does as it is told. What it does not tell stays untold. */
export function applyChange(values: Record<string, KnownValue>, change: SettingsChange): void {
  for (const [key, value] of Object.entries(change)) {
    if (values[key]?.kind === 'known') values[key] = { kind: 'known', value: value ?? '' }
  }
}

export function settingsFailure(facts: Partial<ProviderErrorFacts>): ProviderError {
  return new ProviderError({ kind: 'invalid', provider: 'telefonia', operation: 'settings', ...facts })
}
