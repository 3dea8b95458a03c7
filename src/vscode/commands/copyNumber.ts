import type { E164 } from '../../core/phoneNumber.ts'
import { t } from '../../core/words.ts'
import type { TreeElement } from '../tree/treeElements.ts'
import { chooseNumber } from './chooseNumber.ts'
import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<
  CommandTools,
  'inventory' | 'directory' | 'prompts' | 'parts' | 'drivers' | 'records' | 'copyText' | 'mention'
>

/** Puts the number in E.164 form on the clipboard; several selected ones, one per line. */
export function copyNumber(tools: Tools): Command {
  return async (element, selected) => {
    const numbers = [...new Set(selected.flatMap((row) => numberOf(tools, row) ?? []))]
    if (numbers.length > 0) return await copy(tools, numbers)
    const owned = await chooseNumber(tools, element, { title: t('Copy a number') })
    if (owned !== undefined) await copy(tools, [owned.number])
  }
}

/** The number of a row, also where only a record speaks of it. */
function numberOf({ records }: Tools, row: TreeElement): E164 | undefined {
  if (row.kind === 'number') return row.number
  if (row.kind !== 'deed') return undefined
  return records.deeds().find((deed) => deed.intent.id === row.deedId)?.intent.number
}

async function copy(tools: Tools, numbers: readonly E164[]): Promise<void> {
  await tools.copyText(numbers.join('\n'))
  tools.mention(numbers.length === 1 ? t('Copied {0}', numbers.join()) : t('Copied {0} numbers', numbers.length))
}
