import type { E164 } from './phoneNumber.ts'
import type { Choice } from './providerDefinition.ts'
import { t } from './words.ts'

/** The value of one field. Lists hold E.164 numbers or ids. */
export type FieldValue = string | boolean | readonly string[]

/**
 * What is known of a field's value today. `unknown` = the provider does not tell; the form says so and asks before it overwrites.
 */
export type KnownValue = { readonly kind: 'known'; readonly value: FieldValue } | { readonly kind: 'unknown' }

/** One editable setting, declared by a driver as data, so that a new provider needs no change of the form. */
export interface SettingsField {
  readonly key: string
  readonly label: string
  /** One sentence below the field. */
  readonly help: string
  readonly input: FieldInput
  /** What saving this field does beyond the obvious: shown before it is sent. */
  readonly onSave?: string
  /** The same for taking the value away, where that is something else. */
  readonly onClear?: string
  /** Shown only while another field has this value. */
  readonly visibleWhen?: { readonly key: string; readonly value: string }
  /** Must have a value where it is shown, once one of these fields is changed; `problem` says what to do, a sentence. */
  readonly needed?: { readonly with: readonly string[]; readonly problem: string }
  /** A heading that neighbouring fields share. */
  readonly group: string
  /** May be set on several numbers at once. */
  readonly bulk: boolean
}

export type FieldInput =
  | {
      readonly kind: 'text'
      readonly placeholder: string
      readonly longest: number
      readonly clearable: boolean
      readonly check?: TextCheck
    }
  | { readonly kind: 'toggle' }
  /** Few choices that are always the same. An empty value means "none" when it is among them. */
  | { readonly kind: 'fixedChoice'; readonly choices: readonly Choice[] }
  /** Choices that the provider lists; the id may be typed when the list cannot be had. */
  | { readonly kind: 'listedChoice'; readonly clearable: boolean; readonly idLabel: string }
  /** Several of the account's own numbers. */
  | { readonly kind: 'ownNumbers' }

/** What a text must look like; checked in the form and again on the host. */
export type TextCheck = 'httpsUrl' | 'identifier'

/** All settings of one number as they are now. */
export interface NumberSettings {
  readonly number: E164
  readonly fields: readonly SettingsField[]
  readonly values: Readonly<Record<string, KnownValue>>
  readonly provisioning: readonly Provisioning[]
}

/** Work that a provider does after a change was accepted. */
export interface Provisioning {
  /** What it is about: "SMS", "voice". */
  readonly subject: string
  readonly status: 'waiting' | 'inProgress' | 'failed'
  /** In words, with the provider's codes. */
  readonly detail: string
  /** What fields become when it is done, by their keys, as far as the provider tells. */
  readonly coming?: Readonly<Record<string, FieldValue>>
}

/** Only what the person changed. `null` clears. */
export type SettingsChange = Readonly<Record<string, FieldValue | null>>

export interface SettingsResult {
  /** Read again after saving: the truth. */
  readonly settings: NumberSettings
  /** Things the person should know: a change the provider kept back, a second one that came with it. Sentences. */
  readonly notes: readonly string[]
}

export function sameValue(a: KnownValue, b: KnownValue): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return a.kind === b.kind
  return JSON.stringify(a.value) === JSON.stringify(b.value)
}

/** A value in words for "what will change": choice labels, "on", "none". */
export function describeValue(value: FieldValue | null, choices: readonly Choice[] = []): string {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return t('none')
  if (typeof value === 'boolean') return value ? t('on') : t('off')
  if (typeof value !== 'string') return value.length === 0 ? t('none') : value.join(', ')
  return choices.find((choice) => choice.value === value)?.label ?? value
}
