import { commands, type Disposable } from 'vscode'
import { commandIds } from '../ids.ts'
import { runCommand } from '../runCommand.ts'
import { type TreeElement, toTreeElement } from '../tree/treeElements.ts'
import { commandTitles } from './commandTitles.ts'
import type { CommandTools } from './commandTools.ts'

/**
 * Registers all commands behind the one error boundary; their code is loaded when the first one runs. The editor hands over the row and,
 * where several are selected, all of them.
 */
export function registerCommands(tools: CommandTools): Disposable[] {
  return Object.values(commandIds).map((id) =>
    commands.registerCommand(id, (argument: unknown, selection: unknown) =>
      runCommand(commandTitles[id], tools.failures, async () => {
        const part = await tools.parts.commands()
        await part.allCommands(tools)[id](toTreeElement(argument), rowsOf(argument, selection))
      }),
    ),
  )
}

/** The selected rows when the row is one of them, else the row alone. Arguments that are not rows of our tree are ignored. */
function rowsOf(argument: unknown, selection: unknown): TreeElement[] {
  const several = Array.isArray(selection) && selection.includes(argument) ? selection : [argument]
  return several.flatMap((one: unknown) => toTreeElement(one) ?? [])
}
