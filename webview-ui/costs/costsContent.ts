import type { CostRow, CostsView, CostTable, CurrencyCosts, UpcomingView } from '../../src/contract/costsPage.ts'
import { element, ownText } from '../element.ts'
import { barPicture, colourClass, partsPicture } from './costsChart.ts'

/** The whole page. `open` is called with the place of an upcoming event whose number is wanted. */
export function costsContent(view: CostsView, open: (row: number) => void): HTMLElement[] {
  return [
    element('h1', { text: view.title }),
    element('p', { class: 'lead', text: view.lead }),
    ...view.notices.map((text) => element('p', { class: 'notice' }, ownText(text))),
    ...view.currencies.map(currencySection),
    upcomingSection(view.upcoming, open),
  ]
}

function currencySection({ heading, note, tables }: CurrencyCosts): HTMLElement {
  const notes = note === '' ? [] : [element('p', { class: 'lead', text: note })]
  return element('section', {}, element('h2', { text: heading }), ...notes, ...tables.flatMap(costTable))
}

function costTable(table: CostTable): Node[] {
  const picture =
    table.chart === 'parts' && table.rows.length > 1 ? [partsPicture(table.rows.map(({ share }) => share))] : []
  const rows = table.rows.map((row, index) => costRow(row, index, table))
  return [...picture, tableOf(table.columns, rows, `costs ${table.chart}`)]
}

function costRow(row: CostRow, index: number, { chart, rows }: CostTable): HTMLElement {
  const detail = row.detail === '' ? [] : [element('span', { class: 'detail' }, ownText(row.detail))]
  const swatch = chart === 'parts' ? [element('span', { class: `swatch ${colourClass(index)}` })] : []
  const name = element('th', { attributes: { scope: 'row' } }, ...swatch, ownText(row.label), ...detail)
  if (chart === 'bars' && rows.length > 1) name.append(barPicture(row.share))
  const amount = element('td', { class: 'figure', text: row.amount })
  return element('tr', {}, name, element('td', { class: 'figure', text: row.numbers }), amount)
}

function upcomingSection({ heading, lead, columns, rows }: UpcomingView, open: (row: number) => void): HTMLElement {
  const lines = rows.map((row, index) => {
    const number = element('button', { class: 'link', text: row.number, attributes: { 'data-row': String(index) } })
    number.addEventListener('click', () => open(index))
    return element(
      'tr',
      { class: row.ends ? 'ends' : '' },
      element('td', { text: row.day }),
      element('th', { attributes: { scope: 'row' } }, number),
      element('td', {}, ownText(row.place)),
      element('td', { text: row.event }),
      element('td', { class: 'figure', text: row.price }),
    )
  })
  const table = rows.length === 0 ? [] : [tableOf(columns, lines, 'upcoming')]
  return element('section', {}, element('h2', { text: heading }), element('p', { class: 'lead', text: lead }), ...table)
}

function tableOf(columns: readonly string[], rows: readonly HTMLElement[], kind: string): HTMLElement {
  const heads = columns.map((text) => element('th', { text, attributes: { scope: 'col' } }))
  const head = element('thead', {}, element('tr', {}, ...heads))
  return element('table', { class: kind }, head, element('tbody', {}, ...rows))
}
