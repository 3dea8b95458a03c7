import type { ResultMessage } from '../../core/rentSeveralResult.ts'
import type { CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'prompts' | 'log' | 'showHistory'>

/** The editor cuts a notification at 1000 characters; what is cut is in the log and in the history. */
const longest = 900

/** Tells what became of several numbers, with the way to the history. */
export async function tellSeveral(tools: Tools, { severity, message }: ResultMessage): Promise<void> {
  tools.log.info(message)
  const shown = message.length <= longest ? message : `${message.slice(0, longest)}… The log has the rest.`
  const chosen = await tools.prompts.notify({ severity, message: shown, actions: ['Show history'] })
  if (chosen !== undefined) await tools.showHistory()
}
