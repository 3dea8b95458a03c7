import { element } from './element.ts'
import type { ChoicesState } from './formState.ts'
import { activate, buildPicker, type PickerOptions, type PickerParts, renderList } from './pickerList.ts'
import type { PickerRow } from './pickerRows.ts'

/** A box to type into with a list below it: a combobox of ARIA. Only the best matches are in the page. */
export interface Picker {
  readonly element: HTMLElement
  readonly input: HTMLInputElement
  /** What is chosen, as text, and what can be. `empty` stands there when nothing is chosen. */
  show(text: string, choices: ChoicesState | undefined, empty: string): void
}

export function createPicker(options: PickerOptions): Picker {
  const parts = buildPicker(options)
  const { input, popup, list } = parts
  input.addEventListener('input', () => {
    parts.typed = true
    openList(parts)
  })
  input.addEventListener('click', () => openList(parts))
  input.addEventListener('keydown', (event) => onKey(parts, event))
  input.addEventListener('blur', () => leave(parts))
  parts.arrow.addEventListener('click', () => {
    if (parts.open) close(parts)
    else openList(parts)
    input.focus()
  })
  // The focus stays in the box, so that a click is not the end of the list.
  for (const part of [popup, parts.arrow]) part.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
    const row = parts.rows[[...list.children].indexOf(option ?? list)]
    if (row !== undefined) pick(parts, row)
  })
  return {
    element: element('div', { class: 'picker' }, input, parts.arrow, popup, parts.spoken),
    input,
    show(text, choices, empty) {
      input.placeholder = empty
      const same = parts.choices === choices
      parts.choices = choices
      parts.chosen = text
      if (!parts.typed && input.value !== text) input.value = text
      if (parts.open && !same) renderList(parts)
    },
  }
}

function onKey(parts: PickerParts, event: KeyboardEvent): void {
  if (event.isComposing) return
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      event.preventDefault()
      if (parts.open) activate(parts, parts.active + (event.key === 'ArrowDown' ? 1 : -1))
      else openList(parts)
      return
    case 'Enter': {
      event.preventDefault()
      // What is accepted here must not save the form as well.
      event.stopPropagation()
      const row = parts.open ? parts.rows[parts.active] : undefined
      if (row !== undefined) pick(parts, row)
      else if (parts.open) leave(parts)
      else openList(parts)
      return
    }
    case 'Escape':
      if (!parts.open && !parts.typed) return
      event.preventDefault()
      event.stopPropagation()
      revert(parts)
      return
  }
}

function openList(parts: PickerParts): void {
  if (!parts.open) {
    parts.open = true
    parts.popup.hidden = false
    parts.input.setAttribute('aria-expanded', 'true')
    parts.options.onOpen()
    const { bottom, top } = parts.input.getBoundingClientRect()
    parts.popup.classList.toggle('above', window.innerHeight - bottom < 320 && top > window.innerHeight - bottom)
  }
  renderList(parts)
}

function close(parts: PickerParts): void {
  parts.open = false
  parts.popup.hidden = true
  parts.input.setAttribute('aria-expanded', 'false')
  parts.input.removeAttribute('aria-activedescendant')
  parts.spoken.textContent = ''
}

function pick(parts: PickerParts, row: PickerRow): void {
  parts.typed = false
  close(parts)
  parts.options.onPick(row.value)
  parts.input.value = parts.chosen
}

function revert(parts: PickerParts): void {
  parts.typed = false
  close(parts)
  parts.input.value = parts.chosen
}

/** What was typed counts when it can only mean one thing; with no list to choose from it is an id. */
function leave(parts: PickerParts): void {
  const row = parts.typed ? meant(parts) : undefined
  if (row === undefined) revert(parts)
  else pick(parts, row)
}

function meant({ input, choices, options }: PickerParts): PickerRow | undefined {
  const value = input.value.trim()
  if (value === '') return options.clearable ? { kind: 'none', value: '' } : undefined
  if (choices?.kind !== 'loaded') return options.idLabel === undefined ? undefined : { kind: 'typed', value }
  const [only, ...others] = choices.choices.filter((choice) => choice.value === value || choice.label === value)
  return only !== undefined && others.length === 0 ? { kind: 'typed', value: only.value } : undefined
}
