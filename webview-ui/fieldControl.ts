import type { FormTexts } from '../src/contract/formTexts.ts'
import type { FieldValue, SettingsFieldView } from '../src/contract/settingsView.ts'
import type { ChoicesState } from './formState.ts'

/** What a person can do with a field. */
export interface FieldActions {
  /** Undefined puts the field back to what it was. */
  readonly edit: (value: FieldValue | null | undefined) => void
  readonly wantChoices: () => void
}

/** How a field is now. */
export interface FieldNow {
  /** Undefined: today's value is not known and the person has set none. */
  readonly value: FieldValue | null | undefined
  /** Today's value in words, where it is known. */
  readonly words: string | undefined
  readonly choices: ChoicesState | undefined
}

/** The part of a field that takes what a person does. Each kind of input has one. */
export interface FieldControl {
  readonly element: HTMLElement
  /** What has the label, the description and the focus. */
  readonly input: HTMLElement
  /** Ids of what else describes it. */
  readonly describedBy?: readonly string[]
  show(now: FieldNow): void
}

export interface ControlOptions {
  /** Makes ids within the page. */
  readonly id: string
  readonly field: SettingsFieldView
  readonly texts: FormTexts
  readonly actions: FieldActions
}

/** A value as an id or text; anything else is empty. */
export function textOf(value: FieldNow['value']): string {
  return typeof value === 'string' ? value : ''
}
