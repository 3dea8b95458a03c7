import type { FieldValue, KnownValue, NumberSettings, SettingsField } from './numberSettings.ts'
import { sameFieldValue } from './settingsCompare.ts'

/** What several numbers of one account have in common. `mixed`: they have different values. */
export interface SharedSettings {
  readonly fields: readonly SettingsField[]
  readonly values: Readonly<Record<string, SharedValue>>
}

export type SharedValue = KnownValue | { readonly kind: 'mixed' }

/** The fields that can be set on all of these numbers at once; of a single number, all of them. */
export function sharedSettings(all: readonly NumberSettings[]): SharedSettings {
  const [first, ...others] = all
  if (first === undefined) return { fields: [], values: {} }
  const inAll = first.fields.filter((field) => others.length === 0 || (field.bulk && others.every(declares(field))))
  const fields = inAll.filter(({ visibleWhen }) => !visibleWhen || inAll.some(({ key }) => key === visibleWhen.key))
  const values = fields.map(({ key }) => [key, sharedValue(all.map((one) => one.values[key]))] as const)
  return { fields, values: Object.fromEntries(values) }
}

function declares(field: SettingsField): (settings: NumberSettings) => boolean {
  const text = JSON.stringify(field)
  return ({ fields }) => fields.some((other) => other.key === field.key && JSON.stringify(other) === text)
}

function sharedValue(values: readonly (KnownValue | undefined)[]): SharedValue {
  const known: FieldValue[] = values.flatMap((value) => (value?.kind === 'known' ? [value.value] : []))
  const [first, ...others] = known
  if (first === undefined || known.length < values.length) return { kind: 'unknown' }
  return others.every((other) => sameFieldValue(first, other)) ? { kind: 'known', value: first } : { kind: 'mixed' }
}

/** The shared values as what is known of them: different values are as good as not known. */
export function knownOf({ values }: SharedSettings): Readonly<Record<string, KnownValue>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value.kind === 'known' ? value : { kind: 'unknown' }]),
  )
}
