import { element } from './element.ts'
import type { ChoicesState } from './formState.ts'
import { activate, buildPicker, type PickerOptions, type PickerParts, renderList } from './pickerList.ts'
import { pickerNote } from './pickerNote.ts'
import { placePopup } from './pickerPlace.ts'
import { typedValue } from './typedValue.ts'

/** A box to type into with a list below it: a combobox of ARIA. Only the best matches are in the page. */
export interface Picker {
  readonly element: HTMLElement
  readonly input: HTMLInputElement
  /** Belongs below the box: what becomes of a text that is not among the choices. */
  readonly note: HTMLElement
  show(now: PickerNow): void
}

export interface PickerNow {
  /** What is chosen, as text. */
  readonly text: string
  /** Its id. */
  readonly value: string
  /** True while nothing was changed. */
  readonly isToday: boolean
  readonly choices: ChoicesState | undefined
  /** Stands there when nothing is chosen. */
  readonly empty: string
}

export function createPicker(options: PickerOptions): Picker {
  const parts = buildPicker(options)
  const { input, popup, list } = parts
  input.addEventListener('input', () => {
    parts.typed = true
    parts.left = false
    openList(parts)
    renderNote(parts)
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
    if (row !== undefined) pick(parts, row.value)
  })
  return {
    element: element('div', { class: 'picker' }, input, parts.arrow, popup, parts.spoken),
    input,
    note: parts.note,
    show({ text, value, isToday, choices, empty }) {
      input.placeholder = empty
      const same = parts.choices === choices
      Object.assign(parts, { choices, chosen: text, value, isToday })
      if (!parts.typed && input.value !== text) input.value = text
      if (parts.open && !same) {
        renderList(parts)
        place(parts)
      }
      renderNote(parts)
    },
  }
}

function onKey(parts: PickerParts, event: KeyboardEvent): void {
  if (event.isComposing) return
  // What is being typed counts when the form is saved from here.
  if (event.key === 's' && (event.ctrlKey || event.metaKey)) leave(parts)
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
      if (row !== undefined) pick(parts, row.value)
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
    renderList(parts)
    place(parts)
  } else renderList(parts)
}

function place({ input, popup, list, choices }: PickerParts): void {
  placePopup(input, popup, choices?.kind === 'loaded' ? list.scrollHeight : undefined)
}

function close(parts: PickerParts): void {
  parts.open = false
  parts.popup.hidden = true
  parts.input.setAttribute('aria-expanded', 'false')
  parts.input.removeAttribute('aria-activedescendant')
  parts.spoken.textContent = ''
}

function pick(parts: PickerParts, value: string): void {
  parts.typed = false
  close(parts)
  parts.options.onPick(value)
  parts.input.value = parts.chosen
}

function revert(parts: PickerParts): void {
  parts.typed = false
  close(parts)
  parts.input.value = parts.chosen
  renderNote(parts)
}

/** What was typed is never thrown away: it is taken, or it stays in the box and the note says that it counts for nothing. */
function leave(parts: PickerParts): void {
  const { input, choices, options } = parts
  const text = input.value.trim()
  const value = text === '' ? '' : typedValue(text, choices, options.idLabel !== undefined)
  if (!parts.typed || (text === '' && !options.clearable)) revert(parts)
  else if (value !== undefined) pick(parts, value)
  else {
    close(parts)
    parts.left = true
    renderNote(parts)
  }
}

function renderNote(parts: PickerParts): void {
  const text = pickerNote(parts)
  if (parts.note.textContent !== text) parts.note.textContent = text
  parts.note.hidden = text === ''
}
