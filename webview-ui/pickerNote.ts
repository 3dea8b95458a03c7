import { fillText } from './fillText.ts'
import type { PickerParts } from './pickerList.ts'

/** Says below the box what becomes of a text that is not among the choices; empty when there is nothing to say. */
export function pickerNote({ typed, left, input, options, choices, value, isToday }: PickerParts): string {
  const { texts, idLabel } = options
  if (idLabel === undefined) return typed && left ? fillText(texts.choices.notOffered, input.value.trim()) : ''
  if (value === '' || isToday || choices?.kind !== 'loaded') return ''
  return choices.choices.some((choice) => choice.value === value)
    ? ''
    : fillText(texts.choices.unlisted, value, idLabel)
}
