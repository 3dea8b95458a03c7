import { csvRow } from './csvRow.ts'
import type { NumberRecord } from './listedNumber.ts'
import { markdownRow } from './markdownRow.ts'

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
  ['Number', ({ international }) => international],
  ['Name', ({ name }) => name],
  ['Country', ({ country }) => country],
  ['Type', ({ type }) => type],
  ['Capabilities', ({ capabilities }) => capabilities.join(', ')],
  ['State', ({ state, until }) => (until === undefined ? state : `${state} until ${until}`)],
  ['Provider', ({ provider }) => provider],
  ['Account', ({ account, sandbox }) => (sandbox ? `${account} (sandbox)` : account)],
  ['Routing', ({ routing }) => routing],
  ['Price', priceText],
  ['Renews', ({ renewsAt }) => renewsAt],
]

function priceText({ price }: NumberRecord): string {
  if (price === undefined) return 'price unknown'
  const { currency, amount, months } = price
  if (months === undefined) return `${currency} ${amount} once`
  return `${currency} ${amount} ${months === 1 ? 'per month' : `every ${months} months`}`
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
}
