import type { Command, CommandTools } from '../commands/commandTools.ts'
import { openWalkthrough } from './openWalkthrough.ts'
import { reportProblem } from './reportProblem.ts'
import { showCodeExample } from './showCodeExample.ts'

/** The commands that people need rarely. Entry of a bundle of their own. */
export function helpCommands(tools: CommandTools) {
  return {
    openWalkthrough,
    reportProblem: reportProblem(tools),
    showCodeExample: showCodeExample(tools),
  } satisfies Record<string, Command>
}
