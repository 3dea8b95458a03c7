import { codeExample } from '../../core/codeExample.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { t } from '../../core/words.ts'
import type { Command, CommandTools } from '../commands/commandTools.ts'
import { openText } from './openText.ts'

type Tools = Pick<CommandTools, 'inventory' | 'prompts' | 'sandbox'>

const trySandbox = t('Try the sandbox')

/** Opens a document without a file that uses one of the person's numbers, to see what the editor knows of it. */
export function showCodeExample(tools: Tools): Command {
  return async () => {
    const number = (await ownNumber(tools)) ?? (await numberOfSandbox(tools))
    if (number !== undefined) await openText(codeExample(number), 'properties')
  }
}

/** The first active number of any account; lists are read for it that nobody has asked for yet. */
async function ownNumber({ inventory }: Pick<Tools, 'inventory'>): Promise<E164 | undefined> {
  const missing = inventory.accounts().filter(({ status }) => status.kind === 'notLoaded')
  await Promise.all(missing.map(({ account }) => inventory.refresh(account.id)))
  const numbers = inventory.accounts().flatMap((entry) => entry.numbers)
  return numbers.find(({ state }) => state.kind === 'active')?.number
}

async function numberOfSandbox(tools: Tools): Promise<E164 | undefined> {
  const chosen = await tools.prompts.notify({
    severity: 'information',
    message: t('The example needs a number of yours. Rent one, or try the sandbox, which has some and costs nothing.'),
    actions: tools.sandbox.running() ? [] : [trySandbox],
  })
  if (chosen === undefined) return undefined
  await tools.sandbox.start()
  return await ownNumber(tools)
}
