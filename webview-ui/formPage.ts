import type { FormTexts } from '../src/contract/formTexts.ts'
import type { FormActionId, FormView } from '../src/contract/numberCard.ts'
import { createActionBar } from './actionBar.ts'
import { groupView, noticeView, summaryView } from './cardView.ts'
import { type FormState, type FormStatus, isWorking } from './formState.ts'
import { createReviewDialog } from './reviewDialog.ts'
import { createSaveBar } from './saveBar.ts'
import { createSettingsSection, type SettingsActions } from './settingsSection.ts'

/** Brings the page to show a state. Parts that stay the same are not touched: selection, focus and scroll position stay. */
export type RenderForm = (state: FormState) => void

/** Everything that a person can do in the page. */
export interface PageActions extends Omit<SettingsActions, 'retry'> {
  readonly press: (action: FormActionId) => void
  readonly review: () => void
  readonly discard: () => void
  readonly agree: () => void
  readonly decline: () => void
}

export function createFormPage(actions: PageActions): RenderForm {
  const form = part('form')
  const bar = createActionBar(part('actions'), actions.press)
  const settings = createSettingsSection(part('settings'), { ...actions, retry: () => actions.press('refresh') })
  const saving = createSaveBar(part('save'), actions.review, actions.discard)
  const dialog = createReviewDialog(document.body, actions.agree, actions.decline)
  const whenChanged = rememberEach()
  listenToKeys(part('settings'), actions.review)

  const renderView = (view: FormView, texts: FormTexts) => {
    const content = view.kind === 'number' ? view.card : view.missing
    whenChanged('title', content.title, () => {
      part('title').textContent = content.title
    })
    const summary = view.kind === 'number' ? view.card : undefined
    whenChanged('summary', summary, () => replace('summary', summary ? summaryView(summary, texts) : []))
    bar.render(content.actions, texts.actions)
    whenChanged('notices', content.notices, () =>
      replace(
        'notices',
        content.notices.map((notice) => noticeView(notice, texts)),
      ),
    )
    const groups = view.kind === 'number' ? view.card.groups : []
    whenChanged('groups', groups, () => replace('groups', groups.map(groupView)))
  }

  return (state) => {
    if (state.shown !== undefined) renderView(state.shown.view, state.shown.texts)
    bar.markPending(state)
    settings.render(state)
    saving.render(state)
    dialog.render(state)
    form.setAttribute('aria-busy', String(state.shown === undefined || isWorking(state)))
    whenChanged('status', state.status, () => showStatus(state.status))
  }
}

/** Enter in a line of text, and what saves a file elsewhere, lead to the question before saving. */
function listenToKeys(settings: HTMLElement, review: () => void): void {
  settings.addEventListener('keydown', (event) => {
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text'
    if (event.key === 'Enter' && isText && !event.isComposing) review()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    review()
  })
}

function showStatus(status: FormStatus | undefined): void {
  const line = part('status')
  line.className = status?.tone ?? ''
  line.textContent = status?.text ?? ''
}

function rememberEach(): (name: string, value: unknown, render: () => void) => void {
  const last = new Map<string, string>()
  return (name, value, render) => {
    const text = JSON.stringify(value) ?? ''
    if (last.get(name) === text) return
    last.set(name, text)
    render()
  }
}

function replace(id: string, content: readonly Node[]): void {
  part(id).replaceChildren(...content)
}

/** A part of the page as the host wrote it. */
function part(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no part “${id}”`)
  return found
}
