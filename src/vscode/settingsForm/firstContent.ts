import type { FormTexts } from '../../contract/formTexts.ts'
import type { CardGroup, FormView, NumberCard } from '../../contract/numberCard.ts'
import type { Notice } from '../../contract/settingsView.ts'
import { escapeHtml } from './escapeHtml.ts'

/** Parts of the page as they are before its script runs. The script puts the same in their places. */
export interface FirstContent {
  readonly title: string
  readonly summary: string
  readonly notices: string
  readonly settings: string
  readonly groups: string
}

/** What is known of a number as HTML, so that it is on the screen with the first frame. All text is escaped. */
export function firstContent(view: FormView, texts: FormTexts): FirstContent {
  if (view.kind === 'missing') {
    const { title, notices } = view.missing
    return { title: escapeHtml(title), summary: '', notices: noticesHtml(notices, texts), settings: '', groups: '' }
  }
  const { card, settings } = view
  const reading = settings.kind === 'reading' ? `<p class="reading">${escapeHtml(settings.text)}</p>` : ''
  return {
    title: escapeHtml(card.title),
    summary: summaryHtml(card, texts),
    notices: noticesHtml(card.notices, texts),
    settings: `<h2>${escapeHtml(texts.settings)}</h2>${reading}`,
    groups: card.groups.map(groupHtml).join(''),
  }
}

function summaryHtml({ state, providerLabel, accountLabel, sandbox }: NumberCard, texts: FormTexts): string {
  return [
    state === undefined ? '' : `<span class="state ${state.tone}">${spoken(texts.state)}${own(state.label)}</span>`,
    `<span>${own(providerLabel)} · ${own(accountLabel)}</span>`,
    sandbox ? `<span class="badge">${escapeHtml(texts.sandbox)}</span>` : '',
  ].join('')
}

/** The picture of a notice comes with the script; its place is kept. */
function noticesHtml(notices: readonly Notice[], texts: FormTexts): string {
  return notices
    .map(({ severity, text }) => {
      const sentence = `<p>${spoken(texts.severities[severity])}${own(text)}</p>`
      return `<div class="notice ${severity}"><span class="icon"></span>${sentence}</div>`
    })
    .join('')
}

function groupHtml({ id, heading, rows }: CardGroup): string {
  const list = rows.map(({ label, value, kind }) => {
    const term = `<dt dir="auto">${escapeHtml(label)}</dt>`
    return `<div class="row">${term}<dd class="${kind}" dir="auto">${escapeHtml(value)}</dd></div>`
  })
  const headingId = escapeHtml(`group-${id}`)
  return `<section aria-labelledby="${headingId}"><h2 id="${headingId}">${escapeHtml(heading)}</h2><dl>${list.join('')}</dl></section>`
}

function spoken(word: string): string {
  return `<span class="spoken">${escapeHtml(word)}: </span>`
}

function own(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`
}
