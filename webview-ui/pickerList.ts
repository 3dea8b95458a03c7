import type { FormTexts } from '../src/contract/formTexts.ts'
import { element, ownText, pageLanguage } from './element.ts'
import { countText, fillText } from './fillText.ts'
import type { ChoicesState } from './formState.ts'
import { icon } from './icon.ts'
import { type PickerRow, pickerRows } from './pickerRows.ts'

export interface PickerOptions {
  /** Makes ids within the page. */
  readonly id: string
  readonly label: string
  readonly texts: FormTexts
  readonly clearable: boolean
  /** What an id is called here; without it nothing but a choice can be taken. */
  readonly idLabel: string | undefined
  /** The list was opened: its choices are needed. */
  readonly onOpen: () => void
  readonly onPick: (value: string) => void
}

/** A picker at work. */
export interface PickerParts {
  readonly options: PickerOptions
  readonly input: HTMLInputElement
  readonly list: HTMLElement
  readonly popup: HTMLElement
  readonly foot: HTMLElement
  readonly spoken: HTMLElement
  readonly arrow: HTMLElement
  /** Below the box. */
  readonly note: HTMLElement
  open: boolean
  /** The text was changed since the last choice. */
  typed: boolean
  /** The box was left with a text that counts for nothing. */
  left: boolean
  chosen: string
  /** The id of what is chosen. */
  value: string
  isToday: boolean
  rows: readonly PickerRow[]
  active: number
  choices: ChoicesState | undefined
}

export function buildPicker(options: PickerOptions): PickerParts {
  const { id, texts, label } = options
  const input = element('input', {
    class: 'box',
    attributes: {
      ...{ id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', dir: 'auto' },
      ...{ 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${id}-list` },
    },
  })
  const list = element('div', {
    class: 'options',
    attributes: { id: `${id}-list`, role: 'listbox', 'aria-label': label },
  })
  const foot = element('div', { class: 'foot' })
  const popup = element('div', { class: 'popup', attributes: { hidden: '' } }, list, foot)
  const spoken = element('span', { class: 'spoken', attributes: { role: 'status' } })
  const arrow = element('button', {
    class: 'arrow',
    attributes: { type: 'button', tabindex: '-1', 'aria-label': fillText(texts.choices.show, label) },
  })
  arrow.append(icon('chevron'))
  const note = element('p', {
    class: 'help',
    attributes: { id: `${id}-typed`, role: 'status', dir: 'auto', hidden: '' },
  })
  return {
    ...{ options, input, list, popup, foot, spoken, arrow, note },
    ...{ open: false, typed: false, left: false, chosen: '', value: '', isToday: true },
    ...{ rows: [], active: -1, choices: undefined },
  }
}

/** Brings the lines below the box up to date with what is typed and what is loaded. */
export function renderList(parts: PickerParts): void {
  const { options, choices, input, list, foot, spoken } = parts
  const { texts, clearable, idLabel } = options
  const { rows, found, more } = pickerRows({
    choices: choices?.kind === 'loaded' ? choices.choices : [],
    query: parts.typed ? input.value : '',
    clearable,
    typable: idLabel !== undefined,
  })
  parts.rows = rows
  list.replaceChildren(...rows.map((row, index) => rowView(parts, row, index)))
  const state = stateText(parts, countText(texts.choices.found, found, pageLanguage()))
  const moreText = more > 0 ? fillText(texts.choices.more, more.toLocaleString(pageLanguage())) : ''
  foot.textContent = choices?.kind === 'loaded' && (found > 0 || rows.length > 0) ? moreText : state
  foot.hidden = foot.textContent === ''
  spoken.textContent = [state, moreText].filter((text) => text !== '').join(' ')
  // Without anything typed, Enter must not choose what nobody pointed at.
  activate(parts, parts.typed && input.value.trim() !== '' ? 0 : -1)
}

function stateText({ choices, options }: PickerParts, found: string): string {
  const { texts, idLabel } = options
  if (choices === undefined || choices.kind === 'loading') return texts.choices.loading
  if (choices.kind === 'loaded') return found
  const failed = fillText(texts.choices.failed, choices.text)
  return idLabel === undefined ? failed : `${failed} ${fillText(texts.choices.typable, idLabel)}`
}

function rowView({ options }: PickerParts, row: PickerRow, index: number): HTMLElement {
  const { texts, idLabel = '' } = options
  const attributes = { role: 'option', id: `${options.id}-${index}`, 'aria-selected': 'false' }
  switch (row.kind) {
    case 'none':
      return element('div', { attributes, class: 'none', text: texts.none })
    case 'typed':
      return element('div', { attributes, text: fillText(texts.choices.typed, row.value, idLabel) })
    case 'choice': {
      const id = row.label === row.value || idLabel === '' ? '' : row.value
      const detail = [...new Set([row.hint, id])].filter((text) => text !== '')
      const hint = detail.length === 0 ? [] : [element('span', { class: 'hint' }, ownText(detail.join(' · ')))]
      return element('div', { attributes }, element('span', {}, ownText(row.label)), ...hint)
    }
    default:
      return row satisfies never
  }
}

/** Points at a line; -1 = at none. */
export function activate(parts: PickerParts, index: number): void {
  const { list, input, rows } = parts
  list.children[parts.active]?.setAttribute('aria-selected', 'false')
  parts.active = rows.length === 0 ? -1 : Math.max(-1, Math.min(rows.length - 1, index))
  const option = list.children[parts.active]
  input.removeAttribute('aria-activedescendant')
  if (option === undefined) return
  option.setAttribute('aria-selected', 'true')
  option.scrollIntoView({ block: 'nearest' })
  input.setAttribute('aria-activedescendant', option.id)
}
