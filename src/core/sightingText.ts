import type { HistoryWords } from './historyWords.ts'
import { oneLine } from './oneLine.ts'
import type { Sighting } from './sighting.ts'

const labelWidth = 14

/** What lists showed that was not done from here, newest first, as plain text. */
export function sightingsText(sightings: readonly Sighting[], words: HistoryWords): string {
  return sightings
    .map((sighting) => entry(sighting, words))
    .reverse()
    .join('\n\n')
}

function entry(sighting: Sighting, { providerOf, format, moment }: HistoryWords): string {
  const { provider, account, sandbox, appeared, vanished, more } = sighting
  const where = `${providerOf(provider)}, ${oneLine(account)}${sandbox ? ' (sandbox)' : ''}`
  const lines = [
    ...appeared.map((number) => ['New', format(number)] as const),
    ...vanished.map((number) => ['Gone', format(number)] as const),
    ...(more === undefined ? [] : [['And', `${more} more`] as const]),
    ['Compared with', `the list of ${moment(sighting.since)}`] as const,
  ]
  return [
    `${oneLine(moment(sighting.at))}  ${where}`,
    ...lines.map(([label, text]) => `    ${label.padEnd(labelWidth)}${oneLine(text)}`),
  ].join('\n')
}
