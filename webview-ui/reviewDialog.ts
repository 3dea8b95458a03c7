import type { FormTexts } from '../src/contract/formTexts.ts'
import type { ReviewView } from '../src/contract/settingsView.ts'
import { noticeView } from './cardView.ts'
import { element, ownText } from './element.ts'
import type { FormState } from './formState.ts'
import { createButton } from './toolkit.ts'

export interface ReviewDialog {
  render(state: FormState): void
}

/** The question before anything is sent: what changes from what to what. Escape goes back to the form. */
export function createReviewDialog(place: HTMLElement, onAgree: () => void, onDecline: () => void): ReviewDialog {
  const dialog = element('dialog', { attributes: { 'aria-labelledby': 'review-title' } })
  place.append(dialog)
  let shown: ReviewView | undefined
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    onDecline()
  })
  return {
    render({ review, shown: view }) {
      if (review === shown) return
      shown = review
      if (review === undefined || view === undefined) return dialog.close()
      const agree = createButton(review.save, onAgree, { appearance: 'primary' })
      const decline = createButton(view.texts.cancel, onDecline)
      dialog.replaceChildren(...content(review, view.texts), element('div', { class: 'answers' }, decline, agree))
      if (!dialog.open) dialog.showModal()
      // What overwrites something nobody has seen is not one careless Enter away.
      const careful = review.meanwhile.length > 0 || review.notices.some(({ severity }) => severity === 'warning')
      const first = careful ? decline : agree
      first.focus()
    },
  }
}

function content(review: ReviewView, texts: FormTexts): Node[] {
  const { from, to, was, now } = texts.reviewColumns
  const title = element('h2', { text: review.title, attributes: { id: 'review-title' } })
  const meanwhile =
    review.meanwhile.length === 0
      ? []
      : [
          noticeView({ severity: 'warning', text: texts.meanwhile }, texts),
          element('dl', {}, ...review.meanwhile.map((line) => lineView(line.label, [was, line.was], [now, line.now]))),
          element('h3', { text: texts.toSave }),
        ]
  const lines = review.lines.map((line) => lineView(line.label, [from, line.from], [to, line.to]))
  const notices = review.notices.map((notice) => noticeView(notice, texts))
  return [title, ...meanwhile, element('dl', { class: 'lines' }, ...lines), ...notices]
}

type Half = readonly [word: string, value: string]

function lineView(label: string, before: Half, after: Half): HTMLElement {
  const half = ([word, value]: Half, name: string) =>
    element('span', { class: name }, element('span', { class: 'spoken', text: `${word} ` }), ownText(value))
  const arrow = element('span', { class: 'to', text: ' → ', attributes: { 'aria-hidden': 'true' } })
  const value = element('dd', {}, half(before, 'before'), arrow, half(after, 'after'))
  return element('div', { class: 'row' }, element('dt', {}, ownText(label)), value)
}
