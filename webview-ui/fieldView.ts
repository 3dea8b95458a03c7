import type { FormTexts } from '../src/contract/formTexts.ts'
import type { SettingsFieldView } from '../src/contract/settingsView.ts'
import { element, ownText } from './element.ts'
import type { ControlOptions, FieldActions, FieldControl, FieldNow } from './fieldControl.ts'
import { fillText } from './fillText.ts'
import { listedControl, numbersControl } from './listedControls.ts'
import { choiceControl, textControl, toggleControl } from './simpleControls.ts'

/** A field with its label, help, problem and the way back to today's value. */
export interface FieldView {
  readonly element: HTMLElement
  show(now: FieldNow & FieldSurroundings): void
  focus(): void
}

export interface FieldSurroundings {
  readonly changed: boolean
  readonly problem: string | undefined
  /** What the provider is making of it, in words; empty while it does not. */
  readonly waiting: string
  /** The id of a text that says the field's note for all fields of its group. */
  readonly sharedNote: string | undefined
}

export function createFieldView(field: SettingsFieldView, texts: FormTexts, actions: FieldActions): FieldView {
  const id = `field-${field.key}`
  const control = createControl({ id, field, texts, actions })
  const label = element('label', { attributes: { id: `${id}-label`, for: id, dir: 'auto' }, text: field.label })
  const undo = element('button', { class: 'undo', attributes: { type: 'button' }, text: texts.undo })
  undo.setAttribute('aria-label', fillText(texts.undoOf, field.label))
  const was = element('span', { class: 'was' })
  const back = element('span', { class: 'back', attributes: { hidden: '' } }, was, undo)
  const help = element('p', {
    class: 'help',
    attributes: { id: `${id}-help`, dir: 'auto' },
    text: helpOf(field, texts),
  })
  const note = element('p', { class: 'help note', attributes: { id: `${id}-note`, dir: 'auto' } })
  note.textContent = field.value.kind === 'open' ? field.value.note : ''
  const waiting = element('p', { class: 'help', attributes: { id: `${id}-waiting`, dir: 'auto', hidden: '' } })
  const problem = element('p', { class: 'problem', attributes: { id: `${id}-problem`, dir: 'auto', hidden: '' } })
  const input = control.input
  input.setAttribute('aria-labelledby', label.id)
  undo.addEventListener('click', () => {
    actions.edit(undefined)
    input.focus()
  })
  const head = element('div', { class: 'head' }, label, back)
  const isBox = input.localName === 'vscode-checkbox'
  const frame = element(
    'div',
    { class: isBox ? 'field checkbox' : 'field' },
    head,
    control.element,
    help,
    note,
    waiting,
    problem,
  )
  return {
    element: frame,
    focus: () => input.focus(),
    show(now) {
      control.show(now)
      note.hidden = now.sharedNote !== undefined || note.textContent === ''
      const described = [help.id, now.sharedNote ?? note.id, ...(control.describedBy ?? []), waiting.id, problem.id]
      input.setAttribute('aria-describedby', described.join(' '))
      frame.classList.toggle('changed', now.changed)
      back.hidden = !now.changed
      was.replaceChildren(...(now.words === undefined ? [] : wasText(texts, now.words)))
      waiting.textContent = now.waiting
      waiting.hidden = now.waiting === ''
      problem.textContent = now.problem ?? ''
      problem.hidden = now.problem === undefined
      input.setAttribute('aria-invalid', String(now.problem !== undefined))
    },
  }
}

function helpOf({ help, input }: SettingsFieldView, texts: FormTexts): string {
  return input.kind === 'listedChoice' && input.clearable ? `${help} ${texts.choices.clearing}` : help
}

function wasText(texts: FormTexts, words: string): Node[] {
  const [before = '', after = ''] = texts.was.split('{x}')
  return [new Text(before), ownText(words), new Text(after)]
}

function createControl(options: ControlOptions): FieldControl {
  const { input } = options.field
  switch (input.kind) {
    case 'text':
      return textControl(options, input)
    case 'toggle':
      return toggleControl(options)
    case 'fixedChoice':
      return choiceControl(options, input.choices)
    case 'listedChoice':
      return listedControl(options, input)
    case 'ownNumbers':
      return numbersControl(options)
    default:
      return input satisfies never
  }
}
