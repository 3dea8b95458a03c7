import { csvRow } from './csvRow.ts'
import type { NumberRecord } from './listedNumber.ts'
import { markdownRow } from './markdownRow.ts'
import { stateLabel } from './ownedNumber.ts'
import { t } from './words.ts'

export type ExportFormat = 'csv' | 'json' | 'markdown'

/** A list of numbers as text, piece by piece, so that a long list need not be made in one go. The first piece stands for no number. */
export function numbersExport(records: Iterable<NumberRecord>, format: ExportFormat): Generator<string> {
  switch (format) {
    case 'csv':
      return csvPieces(records)
    case 'json':
      return jsonPieces(records)
    case 'markdown':
      return markdownPieces(records)
    default:
      return format satisfies never
  }
}

function* csvPieces(records: Iterable<NumberRecord>): Generator<string> {
  // The mark in front tells a spreadsheet that the text is UTF-8.
  yield `\ufeff${csvRow(csvColumns.map(([name]) => name))}`
  for (const record of records) yield csvRow(csvColumns.map(([, read]) => read(record) ?? ''))
}

function* jsonPieces(records: Iterable<NumberRecord>): Generator<string> {
  yield '['
  let separator = '\n'
  for (const record of records) {
    yield `${separator}${indented(JSON.stringify(record, undefined, 2))}`
    separator = ',\n'
  }
  yield '\n]\n'
}

function* markdownPieces(records: Iterable<NumberRecord>): Generator<string> {
  yield `${markdownRow(markdownColumns.map(([name]) => name))}${markdownColumns.map(() => '| --- ').join('')}|\n`
  for (const record of records) yield markdownRow(markdownColumns.map(([, read]) => read(record) ?? ''))
}

type Column = readonly [name: string, read: (record: NumberRecord) => string | undefined]

const csvColumns: readonly Column[] = [
  ['Number', ({ number }) => number],
  ['International', ({ international }) => international],
  ['National', ({ national }) => national],
  ['Name', ({ name }) => name],
  ['Country', ({ country }) => country],
  ['Type', ({ type }) => type],
  ['Capabilities', ({ capabilities }) => capabilities.join(' ')],
  ['State', ({ state }) => state],
  ['Until', ({ until }) => until],
  ['Provider', ({ provider }) => provider],
  ['Account', ({ account }) => account],
  ['Sandbox', ({ sandbox }) => (sandbox ? 'yes' : 'no')],
  ['Routing', ({ routing }) => routing],
  ['Price', ({ price }) => price?.amount],
  ['Price currency', ({ price }) => price?.currency],
  ['Price months', ({ price }) => price?.months?.toString()],
  ['Renews', ({ renewsAt }) => renewsAt],
  ['Rented', ({ rentedAt }) => rentedAt],
]

const markdownColumns: readonly Column[] = [
  [t('Number'), ({ international }) => international],
  [t('Name'), ({ name }) => name],
  [t('Country'), ({ country }) => country],
  [t('Type'), ({ type }) => type],
  [t('Capabilities'), ({ capabilities }) => capabilities.join(', ')],
  [t('State'), stateText],
  [t('Provider'), ({ provider }) => provider],
  [t('Account'), ({ account, sandbox }) => (sandbox ? t('{0} (sandbox)', account) : account)],
  [t('Routing'), ({ routing }) => routing],
  [t('Price'), priceText],
  [t('Renews'), ({ renewsAt }) => renewsAt],
]

function stateText({ state, until }: NumberRecord): string {
  const label = stateLabel(state)
  return until === undefined ? label : t('{0} until {1}', label, until)
}

function priceText({ price }: NumberRecord): string {
  if (price === undefined) return t('price unknown')
  const { currency, amount, months } = price
  const money = `${currency} ${amount}`
  if (months === undefined) return t('{0} once', money)
  return months === 1 ? t('{0} per month', money) : t('{0} every {1} months', money, months)
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
}
