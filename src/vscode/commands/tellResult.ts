import type { ResultMessage } from '../../core/rentSeveralResult.ts'
import { t } from '../../core/words.ts'
import type { CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'prompts' | 'log' | 'showHistory'>

export const showHistoryAction = t('Show history')

/** The editor cuts a notification at 1000 characters; what is cut is in the log and in the history. */
const longest = 900

/** Tells what became of one or several numbers, as one line of the log too, with the way to the history. */
export async function tellResult(tools: Tools, { severity, message }: ResultMessage): Promise<void> {
  if (severity === 'warning') tools.log.warn(message)
  else tools.log.info(message)
  const shown = message.length <= longest ? message : t('{0}… The log has the rest.', message.slice(0, longest))
  const chosen = await tools.prompts.notify({ severity, message: shown, actions: [showHistoryAction] })
  if (chosen !== undefined) await tools.showHistory()
}
