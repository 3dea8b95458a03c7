import { t } from '../../core/words.ts'
import { chooseNumber } from './chooseNumber.ts'
import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'inventory' | 'directory' | 'prompts' | 'parts' | 'drivers' | 'reveal'>

/** Selects the row of a number in the view. */
export function showInTree(tools: Tools): Command {
  return async (element) => {
    const owned = await chooseNumber(tools, element, { title: t('Show a number in the tree') })
    if (owned !== undefined) await tools.reveal(owned.accountId, owned.number)
  }
}
