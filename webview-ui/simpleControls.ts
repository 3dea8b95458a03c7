import type { ChoiceView } from '../src/contract/settingsView.ts'
import { element } from './element.ts'
import { type ControlOptions, type FieldControl, textOf } from './fieldControl.ts'
import { createCheckbox, createDropdown } from './toolkit.ts'

/** A line of text. A plain input, because the toolkit's keeps its description from screen readers. */
export function textControl(
  { id, texts, actions }: ControlOptions,
  { placeholder, longest }: { readonly placeholder: string; readonly longest: number },
): FieldControl {
  const attributes = { id, type: 'text', autocomplete: 'off', spellcheck: 'false', dir: 'auto' }
  const input = element('input', { class: 'box', attributes: { ...attributes, maxlength: String(longest) } })
  input.addEventListener('input', () => actions.edit(input.value))
  return {
    element: input,
    input,
    show({ value }) {
      const text = textOf(value)
      if (input.value !== text) input.value = text
      input.placeholder = value === undefined ? texts.open : placeholder
    },
  }
}

/** On or off; where today's value is not known, also neither. */
export function toggleControl(options: ControlOptions): FieldControl {
  const { id, field, texts, actions } = options
  if (field.value.kind === 'open') {
    return choiceControl(options, [
      { value: 'on', label: texts.on },
      { value: 'off', label: texts.off },
    ])
  }
  const checkbox = createCheckbox(actions.edit)
  checkbox.element.id = id
  return { element: checkbox.element, input: checkbox.element, show: ({ value }) => checkbox.set(value === true) }
}

/** One of a few values; where today's value is not known, also none of them. */
export function choiceControl(
  { id, field, texts, actions }: ControlOptions,
  choices: readonly ChoiceView[],
): FieldControl {
  const isToggle = field.input.kind === 'toggle'
  const open = field.value.kind === 'open' ? [texts.open] : []
  const dropdown = createDropdown([...open, ...choices.map(({ label }) => label)], (index) => {
    const chosen = choices[index - open.length]?.value
    actions.edit(isToggle && chosen !== undefined ? chosen === 'on' : chosen)
  })
  dropdown.element.id = id
  return {
    element: dropdown.element,
    input: dropdown.element,
    show({ value }) {
      const wanted = typeof value === 'boolean' ? (value ? 'on' : 'off') : (value ?? '')
      const place = choices.findIndex((choice) => choice.value === wanted)
      dropdown.set(value === undefined ? 0 : place + open.length)
    },
  }
}
