import type { FormTexts } from '../src/contract/formTexts.ts'
import type { CardGroup, CardRow, CardState, NumberCard } from '../src/contract/numberCard.ts'
import type { Notice } from '../src/contract/settingsView.ts'
import { element, ownText } from './element.ts'
import { icon } from './icon.ts'

/** The line under the number: how it is, and where it lives. */
export function summaryView(card: NumberCard, texts: FormTexts): Node[] {
  const place = element('span', {}, ownText(card.providerLabel), new Text(' · '), ownText(card.accountLabel))
  const badge = card.sandbox ? [element('span', { class: 'badge', text: texts.sandbox })] : []
  const state = card.state === undefined ? [] : [stateView(card.state, texts)]
  return [...state, place, ...badge]
}

function stateView(state: CardState, texts: FormTexts): HTMLElement {
  const spoken = element('span', { class: 'spoken', text: `${texts.state}: ` })
  return element('span', { class: `state ${state.tone}` }, spoken, ownText(state.label))
}

export function noticeView(notice: Notice, texts: FormTexts): HTMLElement {
  const spoken = element('span', { class: 'spoken', text: `${texts.severities[notice.severity]}: ` })
  const sentence = element('p', {}, spoken, ownText(notice.text))
  return element('div', { class: `notice ${notice.severity}` }, icon(notice.severity), sentence)
}

/** A heading with its rows. */
export function groupView(group: CardGroup): HTMLElement {
  const heading = element('h2', { text: group.heading, attributes: { id: `group-${group.id}` } })
  return element(
    'section',
    { attributes: { 'aria-labelledby': heading.id } },
    heading,
    element('dl', {}, ...group.rows.map(rowView)),
  )
}

function rowView(row: CardRow): HTMLElement {
  const label = element('dt', { text: row.label, attributes: { dir: 'auto' } })
  const value = element('dd', { class: row.kind, text: row.value, attributes: { dir: 'auto' } })
  return element('div', { class: 'row' }, label, value)
}
