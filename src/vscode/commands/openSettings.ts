import type { OwnedNumber } from '../../core/ownedNumber.ts'
import { t } from '../../core/words.ts'
import { chooseNumber } from './chooseNumber.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { numbersOfRows } from './targets.ts'

type Tools = Pick<CommandTools, 'inventory' | 'directory' | 'prompts' | 'parts' | 'drivers' | 'openSettingsForm'>

const most = 500

/** Opens the settings form of a number; several selected ones of one account share a form. */
export function openSettings(tools: Tools): Command {
  return async (element, selected) => {
    const several = numbersOfRows(tools, selected)
    if (several.length > 1) return await openSeveral(tools, several)
    const owned = await chooseNumber(tools, element, { title: t('Change the settings of a number') })
    if (owned !== undefined) await tools.openSettingsForm(owned.accountId, [owned.number])
  }
}

async function openSeveral(tools: Tools, several: readonly OwnedNumber[]): Promise<void> {
  const [first, ...others] = several
  if (first === undefined) return
  const problem = problemWith(first, several)
  if (problem === undefined) {
    return await tools.openSettingsForm(first.accountId, [first.number, ...others.map(({ number }) => number)])
  }
  await tools.prompts.notify({ severity: 'information', message: problem, actions: [] })
}

function problemWith(first: OwnedNumber, several: readonly OwnedNumber[]): string | undefined {
  if (several.some(({ accountId }) => accountId !== first.accountId)) {
    return t(
      'The selected numbers belong to different accounts. Select numbers of one account to change their settings together.',
    )
  }
  return several.length > most ? t('Select at most {0} numbers to change their settings together.', most) : undefined
}
