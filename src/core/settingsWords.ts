import {
  describeValue,
  type FieldValue,
  type KnownValue,
  type SettingsChange,
  type SettingsField,
} from './numberSettings.ts'
import type { Choice } from './providerDefinition.ts'
import { t } from './words.ts'

/** One thing that changes, in words. */
export interface ChangeLine {
  readonly key: string
  readonly label: string
  /** Undefined: today's value is not known. */
  readonly from: string | undefined
  readonly to: string
}

/** The choices of a field as far as they are known: their labels say more than ids. */
export type ChoicesOf = (field: SettingsField) => readonly Choice[]

/** What a change does to the values of today, in the order of the fields. */
export function changeLines(
  fields: readonly SettingsField[],
  values: Readonly<Record<string, KnownValue>>,
  change: SettingsChange,
  choicesOf: ChoicesOf,
): ChangeLine[] {
  return fields.flatMap((field) => {
    const to = change[field.key]
    if (to === undefined) return []
    const from = values[field.key]
    return [
      {
        key: field.key,
        label: field.label,
        from: from?.kind === 'known' ? fieldWords(field, from.value, choicesOf) : undefined,
        to: fieldWords(field, to, choicesOf),
      },
    ]
  })
}

/** "Alias: none → Support", for the history. */
export function changeSentence({ label, from, to }: ChangeLine): string {
  return `${label}: ${from ?? t('not known')} → ${to}`
}

/** A value of a field in words; an empty value that is a choice of its own is called by its label. */
export function fieldWords(field: SettingsField, value: FieldValue | null, choicesOf: ChoicesOf): string {
  const choices = field.input.kind === 'fixedChoice' ? field.input.choices : choicesOf(field)
  const empty =
    value === null || (typeof value === 'string' && value.trim() === '')
      ? choices.find((choice) => choice.value === '')
      : undefined
  if (typeof value === 'object' && value !== null) return describeValue(value.map((one) => describeValue(one, choices)))
  return empty?.label ?? describeValue(value, choices)
}
