import { historyCsv, historyJson } from '../../core/historyExport.ts'
import { t } from '../../core/words.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { providerLabel } from './targets.ts'

type Tools = Pick<CommandTools, 'prompts' | 'records' | 'redact' | 'mention' | 'writeFile'>

type Format = 'csv' | 'json'

/** Writes the history into a file that the person chooses. */
export function exportHistory(tools: Tools): Command {
  return async () => {
    const title = t('Export the history')
    const deeds = await tools.records.load()
    const sightings = tools.records.sightings()
    if (deeds.length + sightings.length === 0) {
      const message = t('There is nothing to export yet: nothing was rented, released or changed from here.')
      await tools.prompts.notify({ severity: 'information', message, actions: [] })
      return
    }
    const answer = await tools.prompts.pick<Format>({
      title,
      placeholder: t('In which form?'),
      items: [
        { label: 'CSV', description: t('for a spreadsheet'), icon: 'table', value: 'csv' },
        { label: 'JSON', description: t('for a program'), icon: 'json', value: 'json' },
      ],
    })
    if (answer.kind !== 'answer') return
    const format = answer.value
    const place = await tools.prompts.saveAs({
      title,
      name: `phone-number-history.${format}`,
      kind: format.toUpperCase(),
      extension: format,
    })
    if (place === undefined) return
    // The mark in front tells a spreadsheet that the text is UTF-8.
    const csv = () => `\ufeff${historyCsv(deeds, { providerOf: providerLabel }, sightings)}`
    const text = format === 'csv' ? csv() : historyJson(deeds, sightings)
    await tools.writeFile(place, tools.redact(text))
    const count = deeds.length + sightings.length
    tools.mention(count === 1 ? t('Exported 1 entry of the history') : t('Exported {0} entries of the history', count))
  }
}
