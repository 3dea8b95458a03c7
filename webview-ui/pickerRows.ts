import type { ChoiceView } from '../src/contract/settingsView.ts'

/** One line of an open list. */
export type PickerRow =
  | { readonly kind: 'none'; readonly value: '' }
  | { readonly kind: 'choice'; readonly value: string; readonly label: string; readonly hint: string }
  /** What was typed, taken as an id. */
  | { readonly kind: 'typed'; readonly value: string }

export interface PickerRows {
  readonly rows: readonly PickerRow[]
  /** How many choices match in all. */
  readonly found: number
  /** How many of them are not shown. */
  readonly more: number
}

export interface PickerQuestion {
  readonly choices: readonly ChoiceView[]
  /** What was typed; empty = everything. */
  readonly query: string
  readonly clearable: boolean
  /** What was typed may be an id that is not among the choices. */
  readonly typable: boolean
}

/** More lines are neither read nor scrolled by anyone, and each costs time. */
const mostShown = 50

/** The lines for what was typed: all words of it occur somewhere in label, hint or id; labels that begin with it come first. */
export function pickerRows({ choices, query, clearable, typable }: PickerQuestion): PickerRows {
  const text = query.trim()
  const wanted = text.toLocaleLowerCase()
  const words = wanted.split(/\s+/).filter((word) => word !== '')
  const named = choices.filter(({ value }) => value !== '')
  const matching = words.length === 0 ? named : named.filter((choice) => contains(choice, words))
  const begins = ({ label }: ChoiceView) => label.toLocaleLowerCase().startsWith(wanted)
  const ordered =
    words.length === 0 ? matching : [...matching.filter(begins), ...matching.filter((one) => !begins(one))]
  const shown = ordered
    .slice(0, mostShown)
    .map(({ value, label, hint }): PickerRow => ({ kind: 'choice', value, label, hint: hint ?? '' }))
  const isChoice = choices.some(({ value }) => value === text)
  return {
    rows: [
      ...(clearable && text === '' ? [{ kind: 'none', value: '' } as const] : []),
      ...shown,
      ...(typable && text !== '' && !isChoice ? [{ kind: 'typed', value: text } as const] : []),
    ],
    found: matching.length,
    more: matching.length - shown.length,
  }
}

function contains({ value, label, hint }: ChoiceView, words: readonly string[]): boolean {
  const text = `${label} ${hint ?? ''} ${value}`.toLocaleLowerCase()
  return words.every((word) => text.includes(word))
}
