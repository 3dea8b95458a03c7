import { type NumberUse, type NumberUses, useText } from '../../core/code/numberUses.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { t } from '../../core/words.ts'
import type { PickItem } from '../prompts/prompts.ts'
import type { TreeElement } from '../tree/treeElements.ts'
import { chooseNumber } from './chooseNumber.ts'
import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'inventory' | 'directory' | 'prompts' | 'parts' | 'drivers' | 'records'>

/** Lists the places in the open folders where a number is written, as they are found. Choosing one opens it. */
export function whereUsed(tools: Tools): Command {
  return async (element) => {
    const number =
      numberOf(tools, element) ?? (await chooseNumber(tools, element, { title: t('Where is a number used?') }))?.number
    if (number === undefined) return
    const [{ numberUses }, numbering] = await Promise.all([tools.parts.code(), tools.parts.numbering()])
    if (!numberUses.canSearch()) {
      const message = t('Open a folder to look for a number in its files.')
      return void (await tools.prompts.notify({ severity: 'information', message, actions: [] }))
    }
    const answer = await tools.prompts.pick<NumberUse>({
      title: t('Where is {0} used?', numbering.format(number)),
      placeholder: t('Choose a place to open it'),
      items: async (show, signal) => {
        show([{ label: t('Looking through the files…'), icon: 'search', value: undefined }])
        const onFound = (found: NumberUses) => show(found.uses.map(useItem))
        const found = await numberUses.search({ numbers: [number], numbering, onFound }, signal)
        if (found !== undefined) show([...found.uses.map(useItem), ...endItem(found)])
      },
    })
    if (answer.kind === 'answer') await numberUses.open(answer.value)
  }
}

/** Also of a row that only a record speaks of: a number that was released may still be used. */
function numberOf({ records }: Tools, element: TreeElement | undefined): E164 | undefined {
  if (element?.kind === 'number') return element.number
  if (element?.kind !== 'deed') return undefined
  return records.deeds().find(({ intent }) => intent.id === element.deedId)?.intent.number
}

function useItem(use: NumberUse): PickItem<NumberUse> {
  return { label: useText(use), description: use.preview, icon: 'file', value: use }
}

/** What was not looked at is said, and that nothing was found too. */
function endItem({ uses, files, complete }: NumberUses): PickItem<NumberUse>[] {
  if (!complete) {
    const detail =
      files === 1
        ? t('1 file searched, then a limit was reached')
        : t('{0} files searched, then a limit was reached', files)
    return [{ label: t('There may be more places'), detail, icon: 'warning', value: undefined }]
  }
  if (uses.length > 0) return []
  const detail = files === 1 ? t('1 file searched') : t('{0} files searched', files)
  return [{ label: t('Not used in the open folder'), detail, icon: 'info', value: undefined }]
}
