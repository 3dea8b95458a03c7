import { type NumberUse, type NumberUses, useText } from '../../core/code/numberUses.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PickItem } from '../prompts/prompts.ts'
import type { TreeElement } from '../tree/treeElements.ts'
import { chooseNumber } from './chooseNumber.ts'
import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'inventory' | 'directory' | 'prompts' | 'parts' | 'drivers' | 'records'>

/** Lists the places in the open folders where a number is written, as they are found. Choosing one opens it. */
export function whereUsed(tools: Tools): Command {
  return async (element) => {
    const number =
      numberOf(tools, element) ?? (await chooseNumber(tools, element, { title: 'Where is a number used?' }))?.number
    if (number === undefined) return
    const [{ numberUses }, numbering] = await Promise.all([tools.parts.code(), tools.parts.numbering()])
    if (!numberUses.canSearch()) {
      const message = 'Open a folder to look for a number in its files.'
      return void (await tools.prompts.notify({ severity: 'information', message, actions: [] }))
    }
    const answer = await tools.prompts.pick<NumberUse>({
      title: `Where is ${numbering.format(number)} used?`,
      placeholder: 'Choose a place to open it',
      items: async (show, signal) => {
        show([{ label: 'Looking through the files…', icon: 'search', value: undefined }])
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
  const searched = `${files} ${files === 1 ? 'file' : 'files'} searched`
  if (!complete)
    return [
      {
        label: 'There may be more places',
        detail: `${searched}, then a limit was reached`,
        icon: 'warning',
        value: undefined,
      },
    ]
  return uses.length > 0
    ? []
    : [{ label: 'Not used in the open folder', detail: searched, icon: 'info', value: undefined }]
}
