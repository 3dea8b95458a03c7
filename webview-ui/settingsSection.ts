import type { FormTexts } from '../src/contract/formTexts.ts'
import type { FieldValue, SettingsFieldView, SettingsView } from '../src/contract/settingsView.ts'
import { noticeView } from './cardView.ts'
import { heldValue, visibleFields } from './draftState.ts'
import { element, ownText } from './element.ts'
import { createFieldView, type FieldView } from './fieldView.ts'
import { type FormState, isLocked } from './formState.ts'
import { sharedNotes } from './sharedNotes.ts'
import { createButton } from './toolkit.ts'

export interface SettingsActions {
  readonly edit: (key: string, value: FieldValue | null | undefined) => void
  readonly wantChoices: (key: string) => void
  readonly retry: () => void
}

export interface SettingsSection {
  render(state: FormState): void
}

type Ready = Extract<SettingsView, { kind: 'ready' }>
type Waiting = Exclude<SettingsView, { kind: 'ready' }>

/** The editable part of the page. Fields stay the same elements as long as they are declared alike: focus and cursor stay. */
export function createSettingsSection(place: HTMLElement, actions: SettingsActions): SettingsSection {
  const fields = new Map<string, { readonly declared: string; readonly view: FieldView }>()
  let layout = ''
  let frame: string | undefined = ''
  let attention = 0

  const viewOf = (field: SettingsFieldView, texts: FormTexts): FieldView => {
    const declared = declarationOf(field)
    const known = fields.get(field.key)
    if (known?.declared === declared) return known.view
    const view = createFieldView(field, texts, {
      edit: (value) => actions.edit(field.key, value),
      wantChoices: () => actions.wantChoices(field.key),
    })
    fields.set(field.key, { declared, view })
    return view
  }
  const renderReady = (state: FormState, settings: Ready, texts: FormTexts) => {
    const visible = visibleFields(settings.fields, state.draft)
    const views = new Map(visible.map((field) => [field.key, viewOf(field, texts)]))
    const wanted = JSON.stringify([visible.map(declarationOf), settings.notices, settings.results])
    if (wanted !== layout) {
      layout = wanted
      keepingFocus(() => place.replaceChildren(...readyContent(settings, visible, views, texts)))
    }
    const notes = sharedNotes(settings.fields)
    for (const field of visible) {
      views.get(field.key)?.show({ ...nowOf(field, state), sharedNote: notes.get(field.group)?.id })
    }
    place.toggleAttribute('inert', isLocked(state))
    if (state.attention !== attention) {
      attention = state.attention
      const first = visible.find(({ key }) => state.problems[key] !== undefined)
      if (first !== undefined) views.get(first.key)?.focus()
    }
  }

  const renderWaiting = (settings: Waiting | undefined, texts: FormTexts | undefined) => {
    const wanted = JSON.stringify(settings)
    if (wanted === frame) return
    frame = wanted
    layout = ''
    const isThere = settings !== undefined && texts !== undefined
    place.replaceChildren(...(isThere ? waitingContent(settings, texts, actions) : []))
  }

  return {
    render(state) {
      const { view, texts } = state.shown ?? {}
      const settings = view?.kind === 'number' ? view.settings : undefined
      if (settings?.kind !== 'ready') renderWaiting(settings, texts)
      else if (texts !== undefined) {
        frame = undefined
        renderReady(state, settings, texts)
      }
    },
  }
}

/** What a field's elements are made of; its value is shown in them. */
function declarationOf({ value, waiting: _, ...field }: SettingsFieldView): string {
  return JSON.stringify([field, value.kind === 'open' ? value.note : ''])
}

function nowOf(field: SettingsFieldView, { draft, choices, problems }: FormState) {
  return {
    value: heldValue(field, draft),
    words: field.value.kind === 'known' ? field.value.words : undefined,
    choices: choices[field.key],
    waiting: field.waiting ?? '',
    changed: draft[field.key] !== undefined,
    problem: problems[field.key],
  }
}

function readyContent(
  settings: Ready,
  visible: readonly SettingsFieldView[],
  views: ReadonlyMap<string, FieldView>,
  texts: FormTexts,
): Node[] {
  const groups = [...new Set(visible.map(({ group }) => group))]
  const notes = sharedNotes(settings.fields)
  return [
    element('h2', { text: texts.settings }),
    ...resultsContent(settings, texts),
    ...settings.notices.map((notice) => noticeView(notice, texts)),
    ...groups.map((group, place) => {
      const heading = element('h3', { text: group, attributes: { id: `settings-${place}`, dir: 'auto' } })
      const note = notes.get(group)
      const members = visible
        .filter((field) => field.group === group)
        .flatMap(({ key }) => views.get(key)?.element ?? [])
      return element(
        'div',
        { class: 'group', attributes: { role: 'group', 'aria-labelledby': heading.id } },
        heading,
        ...(note === undefined
          ? []
          : [element('p', { class: 'help', text: note.text, attributes: { id: note.id, dir: 'auto' } })]),
        ...members,
      )
    }),
  ]
}

function resultsContent({ results }: Ready, texts: FormTexts): Node[] {
  if (results.length === 0) return []
  const rows = results.map(({ label, tone, text }) =>
    element('div', { class: `row ${tone}` }, element('dt', {}, ownText(label)), element('dd', {}, ownText(text))),
  )
  return [element('section', { class: 'results' }, element('h3', { text: texts.results }), element('dl', {}, ...rows))]
}

function waitingContent(settings: Waiting, texts: FormTexts, actions: SettingsActions): Node[] {
  const heading = element('h2', { text: texts.settings })
  if (settings.kind === 'reading') return [heading, element('p', { class: 'reading', text: settings.text })]
  const problem = noticeView({ severity: 'error', text: settings.text }, texts)
  return [heading, problem, element('div', { class: 'retry' }, createButton(texts.retry, actions.retry))]
}

/** Elements lose the focus when they are moved. */
function keepingFocus(change: () => void): void {
  const focused = document.activeElement
  change()
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus()
}
