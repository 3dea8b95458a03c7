import { t } from '../../core/words.ts'
import { chosenNumbers } from './chosenNumbers.ts'
import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'inventory' | 'directory' | 'prompts' | 'parts' | 'drivers' | 'insertText' | 'mention'>

/** Writes the number in E.164 form where the cursor is; several selected ones, one per line or one per cursor. */
export function insertNumber(tools: Tools): Command {
  return async (element, selected) => {
    const numbers = await chosenNumbers(tools, element, selected, t('Insert a number'))
    if (numbers.length === 0) return
    const texts = numbers.map(({ number }) => number)
    if (await tools.insertText(texts)) {
      tools.mention(texts.length === 1 ? t('Inserted {0}', texts.join()) : t('Inserted {0} numbers', texts.length))
      return
    }
    const message = t(
      'There is no place for the number: open a file that can be edited and put the cursor where it belongs.',
    )
    await tools.prompts.notify({ severity: 'information', message, actions: [] })
  }
}
