import { inSlices } from '../../core/inSlices.ts'
import { recordOf } from '../../core/listedNumber.ts'
import { filterMatcher, isFiltering } from '../../core/numberFilter.ts'
import { type ExportFormat, numbersExport } from '../../core/numbersExport.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import { t } from '../../core/words.ts'
import { tellsRouting } from '../../providers/registry.ts'
import type { PickItem } from '../prompts/prompts.ts'
import { listed } from './chosenNumbers.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { numbersOfRows, providerLabel } from './targets.ts'

type Tools = Pick<
  CommandTools,
  | 'inventory'
  | 'directory'
  | 'prompts'
  | 'parts'
  | 'progress'
  | 'mention'
  | 'redact'
  | 'writeFile'
  | 'breathe'
  | 'views'
  | 'now'
>

const formats: readonly PickItem<ExportFormat>[] = [
  { label: 'CSV', description: t('for a spreadsheet'), icon: 'table', value: 'csv' },
  { label: 'JSON', description: t('for a program'), icon: 'json', value: 'json' },
  { label: 'Markdown', description: t('for a document'), icon: 'markdown', value: 'markdown' },
]
const endings: Readonly<Record<ExportFormat, string>> = { csv: 'csv', json: 'json', markdown: 'md' }

/** Writes the selected numbers, or all that the view shows, into a file that the person chooses. */
export function exportNumbers(tools: Tools): Command {
  return async (_element, selected) => {
    const rows = numbersOfRows(tools, selected)
    if (rows.length === 0) await loadMissing(tools)
    const numbers = rows.length > 0 ? rows : await shownNumbers(tools)
    const missing = rows.length > 0 ? [] : incompleteLists(tools)
    if (numbers.length === 0) {
      const why = isFiltering(tools.views.current().filter)
        ? t('No number passes the filter.')
        : t('There is no number to export.')
      const message = [why, ...missing].join(' ')
      await tools.prompts.notify({ severity: 'information', message, actions: [] })
      return
    }
    const title = numbers.length === 1 ? t('Export the number') : t('Export {0} numbers', numbers.length)
    const answer = await tools.prompts.pick<ExportFormat>({ title, placeholder: t('In which form?'), items: formats })
    if (answer.kind !== 'answer') return
    const extension = endings[answer.value]
    const kind = answer.value === 'markdown' ? 'Markdown' : answer.value.toUpperCase()
    const place = await tools.prompts.saveAs({ title, name: `phone-numbers.${extension}`, kind, extension })
    if (place === undefined || !(await write(tools, place, numbers, answer.value))) return
    const done = numbers.length === 1 ? t('Exported 1 number') : t('Exported {0} numbers', numbers.length)
    if (missing.length === 0) return tools.mention(done)
    await tools.prompts.notify({ severity: 'warning', message: `${done}. ${missing.join(' ')}`, actions: [] })
  }
}

/** False when it was cancelled before anything was written. */
async function write(tools: Tools, place: string, numbers: readonly OwnedNumber[], format: ExportFormat) {
  const numbering = await tools.parts.numbering()
  const records = function* () {
    for (const owned of numbers) yield recordOf(listed(tools, owned), numbering)
  }
  const pieces = function* () {
    for (const piece of numbersExport(records(), format)) yield tools.redact(piece)
  }
  return await tools.progress.cancellable(t('Exporting {0} numbers…', numbers.length), async (signal) => {
    const pause = async () => {
      await tools.breathe()
      signal.throwIfAborted()
    }
    try {
      const text = (await inSlices(pieces(), { now: () => performance.now(), pause })).join('')
      await tools.writeFile(place, text)
      return true
    } catch (error) {
      if (signal.aborted) return false
      throw error
    }
  })
}

/** All numbers that pass the filter of the view. */
async function shownNumbers(tools: Tools): Promise<readonly OwnedNumber[]> {
  const numbers = tools.inventory.accounts().flatMap((entry) => entry.numbers)
  const { filter } = tools.views.current()
  if (!isFiltering(filter)) return numbers
  const numbering = await tools.parts.numbering()
  const matches = filterMatcher(filter, {
    countryOf: (owned) => owned.country ?? numbering.countryOf(owned.number),
    placeOf: (accountId) => placeOf(tools, accountId),
    tellsRouting: (accountId) => tellsRouting(tools.directory.find(accountId)?.provider),
    now: tools.now().getTime(),
  })
  const picking = function* () {
    for (const owned of numbers) yield matches(owned) ? [owned] : []
  }
  return (await inSlices(picking(), { now: () => performance.now(), pause: tools.breathe })).flat()
}

function placeOf({ directory }: Tools, accountId: string): string {
  const account = directory.find(accountId)
  return account === undefined ? '' : `${account.label} ${providerLabel(account.provider)}`
}

async function loadMissing({ inventory, progress }: Tools): Promise<void> {
  const missing = inventory.accounts().filter(({ status }) => status.kind === 'notLoaded')
  if (missing.length === 0) return
  await progress.inView(() => Promise.all(missing.map(({ account }) => inventory.refresh(account.id))))
}

/** A sentence for each account whose numbers are not all there. */
function incompleteLists({ inventory }: Tools): string[] {
  return inventory.accounts().flatMap(({ account, status }) => {
    if (status.kind === 'complete') return []
    return [t('The list of “{0}” ({1}) is not complete.', account.label, providerLabel(account.provider))]
  })
}
