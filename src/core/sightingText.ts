import type { HistoryWords } from './historyWords.ts'
import { oneLine } from './oneLine.ts'
import type { Sighting } from './sighting.ts'
import { t } from './words.ts'

/** With the space behind it at least 14 characters. */
const labelWidth = 13

/** What lists showed that was not done from here, newest first, as plain text. */
export function sightingsText(sightings: readonly Sighting[], words: HistoryWords): string {
  return sightings
    .map((sighting) => entry(sighting, words))
    .reverse()
    .join('\n\n')
}

function entry(sighting: Sighting, { providerOf, format, moment }: HistoryWords): string {
  const { provider, account, sandbox, appeared, vanished, more } = sighting
  const name = oneLine(account)
  const where = `${providerOf(provider)}, ${sandbox ? t('{0} (sandbox)', name) : name}`
  const lines = [
    ...appeared.map((number) => [t('New'), format(number)] as const),
    ...vanished.map((number) => [t('Gone'), format(number)] as const),
    ...(more === undefined ? [] : [[t('And'), t('{0} more', more)] as const]),
    [t('Compared with'), t('the list of {0}', moment(sighting.since))] as const,
  ]
  return [
    `${oneLine(moment(sighting.at))}  ${where}`,
    ...lines.map(([label, text]) => `    ${label.padEnd(labelWidth)} ${oneLine(text)}`),
  ].join('\n')
}
