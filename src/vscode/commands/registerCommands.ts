import { commands, type Disposable } from 'vscode'
import { type CommandId, commandIds } from '../ids.ts'
import { runCommand } from '../runCommand.ts'
import { type TreeElement, toTreeElement } from '../tree/treeElements.ts'
import type { CommandTools } from './commandTools.ts'

/** What the error boundary calls a command; people see the titles of package.json. */
const titles: Record<CommandId, string> = {
  [commandIds.addAccount]: 'Add account',
  [commandIds.editAccount]: 'Edit account',
  [commandIds.removeAccount]: 'Remove account',
  [commandIds.refresh]: 'Refresh',
  [commandIds.refreshAll]: 'Refresh',
  [commandIds.search]: 'Search numbers',
  [commandIds.searchAll]: 'Search numbers',
  [commandIds.rent]: 'Rent a number',
  [commandIds.rentAnywhere]: 'Rent a number',
  [commandIds.release]: 'Release number',
  [commandIds.cancelRelease]: 'Cancel release',
  [commandIds.checkAgain]: 'Check again',
  [commandIds.copyNumber]: 'Copy number',
  [commandIds.copyNumberAs]: 'Copy number as',
  [commandIds.insertNumber]: 'Insert number',
  [commandIds.exportNumbers]: 'Export numbers',
  [commandIds.exportSelected]: 'Export selected numbers',
  [commandIds.showInTree]: 'Show in tree',
  [commandIds.whereUsed]: 'Where is it used',
  [commandIds.openConsole]: 'Open provider console',
  [commandIds.openSettings]: 'Show number settings',
  [commandIds.showProblem]: 'Show problem',
  [commandIds.trySandbox]: 'Try the sandbox',
  [commandIds.stopSandbox]: 'Stop the sandbox',
  [commandIds.showHistory]: 'Show history',
  [commandIds.exportHistory]: 'Export history',
  [commandIds.showLog]: 'Show log',
}

/**
 * Registers all commands behind the one error boundary; their code is loaded when the first one runs. The editor hands over the row and,
 * where several are selected, all of them.
 */
export function registerCommands(tools: CommandTools): Disposable[] {
  return Object.values(commandIds).map((id) =>
    commands.registerCommand(id, (argument: unknown, selection: unknown) =>
      runCommand(titles[id], tools.failures, async () => {
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
