import { element, ownText } from './element.ts'
import { type ControlOptions, type FieldControl, type FieldNow, textOf } from './fieldControl.ts'
import { fillText } from './fillText.ts'
import { icon } from './icon.ts'
import { createPicker } from './picker.ts'

/** One of the provider's choices, searched within; an id that is not listed can be typed. */
export function listedControl(
  { id, field, texts, actions }: ControlOptions,
  { clearable, idLabel }: { readonly clearable: boolean; readonly idLabel: string },
): FieldControl {
  const picker = createPicker({
    ...{ id, texts, clearable, idLabel, label: field.label, onOpen: actions.wantChoices, onPick: actions.edit },
  })
  return {
    element: element('div', {}, picker.element, picker.note),
    input: picker.input,
    describedBy: [picker.note.id],
    show(now) {
      const value = textOf(now.value)
      const isToday = field.value.kind === 'known' && field.value.value === value
      const text = value === '' ? '' : (labelOf(value, now) ?? (isToday ? (now.words ?? value) : value))
      const empty = clearable ? texts.none : texts.choices.search
      picker.show({
        ...{ text, value, isToday, choices: now.choices },
        empty: now.value === undefined ? texts.open : empty,
      })
    },
  }
}

/** Several of the account's numbers: those that are selected, and a box to add one. */
export function numbersControl({ id, field, texts, actions }: ControlOptions): FieldControl {
  let chosen: readonly string[] = []
  const list = element('ul', { class: 'chosen', attributes: { 'aria-label': texts.numbers.chosen } })
  const picker = createPicker({
    ...{ id, texts, label: field.label, clearable: false, idLabel: undefined },
    onOpen: actions.wantChoices,
    onPick: (value) => actions.edit([...new Set([...chosen, value])].sort()),
  })
  const remove = (value: string) => {
    actions.edit(chosen.filter((other) => other !== value))
    picker.input.focus()
  }
  let shown = ''
  return {
    element: element('div', { class: 'numbers' }, picker.element, picker.note, list),
    input: picker.input,
    describedBy: [picker.note.id],
    show(now) {
      chosen = Array.isArray(now.value) ? now.value : []
      picker.show({ text: '', value: '', isToday: true, choices: now.choices, empty: texts.numbers.add })
      const labels = chosen.map((value) => labelOf(value, now) ?? value)
      const text = JSON.stringify([chosen, labels])
      if (text === shown) return
      shown = text
      list.hidden = chosen.length === 0
      list.replaceChildren(
        ...chosen.map((value, place) => {
          const label = labels[place] ?? value
          const button = element('button', {
            attributes: { type: 'button', 'aria-label': fillText(texts.numbers.remove, label) },
          })
          button.append(icon('close'))
          button.addEventListener('click', () => remove(value))
          return element('li', {}, ownText(label), button)
        }),
      )
    },
  }
}

function labelOf(value: string, { choices }: FieldNow): string | undefined {
  return choices?.kind === 'loaded' ? choices.choices.find((choice) => choice.value === value)?.label : undefined
}
