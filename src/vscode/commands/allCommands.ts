import { historyText } from '../../core/historyText.ts'
import { type CommandId, commandIds } from '../ids.ts'
import type { HelpPart } from '../lazyParts.ts'
import { addAccount } from './addAccount.ts'
import { groupNumbers, pinNumber, sortNumbers, unpinNumber } from './arrangeNumbers.ts'
import { cancelRelease } from './cancelRelease.ts'
import { checkAgain } from './checkAgain.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { copyNumber } from './copyNumber.ts'
import { copyNumberAs } from './copyNumberAs.ts'
import { editAccount } from './editAccount.ts'
import { exportHistory } from './exportHistory.ts'
import { exportNumbers } from './exportNumbers.ts'
import { clearFilter, filterNumbers } from './filterNumbers.ts'
import { insertNumber } from './insertNumber.ts'
import { openConsole } from './openConsole.ts'
import { openSettings } from './openSettings.ts'
import { refresh } from './refresh.ts'
import { release } from './release.ts'
import { removeAccount } from './removeAccount.ts'
import { rent } from './rent.ts'
import { stopSandbox, trySandbox } from './sandboxCommands.ts'
import { search } from './search.ts'
import { showInTree } from './showInTree.ts'
import { showProblem } from './showProblem.ts'
import { whereUsed } from './whereUsed.ts'

/** The text of the history's document, which shares its words with the export. */
export const writeHistory = historyText

/** Every command by its id. Entry of the commands' bundle: loaded when the first command runs, or when something else of it is needed. */
export function allCommands(tools: CommandTools): Record<CommandId, Command> {
  return {
    [commandIds.addAccount]: addAccount(tools),
    [commandIds.editAccount]: editAccount(tools),
    [commandIds.removeAccount]: removeAccount(tools),
    [commandIds.refresh]: refresh(tools),
    [commandIds.refreshAll]: onWholeView(refresh(tools)),
    [commandIds.search]: search(tools),
    [commandIds.searchAll]: onWholeView(search(tools)),
    [commandIds.rent]: rent(tools),
    [commandIds.rentAnywhere]: onWholeView(rent(tools)),
    [commandIds.release]: release(tools),
    [commandIds.cancelRelease]: cancelRelease(tools),
    [commandIds.checkAgain]: checkAgain(tools),
    [commandIds.copyNumber]: copyNumber(tools),
    [commandIds.copyNumberAs]: copyNumberAs(tools),
    [commandIds.insertNumber]: insertNumber(tools),
    [commandIds.exportNumbers]: onWholeView(exportNumbers(tools)),
    [commandIds.exportSelected]: exportNumbers(tools),
    ...viewCommands(tools),
    [commandIds.showInTree]: showInTree(tools),
    [commandIds.whereUsed]: whereUsed(tools),
    [commandIds.showCosts]: async () => await tools.showCosts(),
    [commandIds.openConsole]: openConsole(tools),
    [commandIds.openSettings]: openSettings(tools),
    [commandIds.showProblem]: showProblem(tools),
    [commandIds.trySandbox]: trySandbox(tools),
    [commandIds.stopSandbox]: stopSandbox(tools),
    [commandIds.showHistory]: async () => {
      tools.newsSeen()
      await tools.showHistory()
    },
    [commandIds.exportHistory]: exportHistory(tools),
    [commandIds.showLog]: async () => tools.showLog(),
    [commandIds.openWalkthrough]: onHelp(tools, 'openWalkthrough'),
    [commandIds.showCodeExample]: onHelp(tools, 'showCodeExample'),
    [commandIds.reportProblem]: onHelp(tools, 'reportProblem'),
  }
}

/** What the view shows, and how. */
function viewCommands(tools: CommandTools) {
  return {
    [commandIds.filterNumbers]: filterNumbers(tools),
    [commandIds.clearFilter]: clearFilter(tools),
    [commandIds.groupNumbers]: groupNumbers(tools),
    [commandIds.sortNumbers]: sortNumbers(tools),
    [commandIds.pinNumber]: pinNumber(tools),
    [commandIds.unpinNumber]: unpinNumber(tools),
  }
}

/** For the view's title bar: the editor hands over the focused row there too, but its buttons are about the whole view. */
function onWholeView(command: Command): Command {
  return async () => await command(undefined, [])
}

/** Help has a bundle of its own, loaded when somebody asks for it. */
function onHelp(tools: CommandTools, name: keyof ReturnType<HelpPart['helpCommands']>): Command {
  return async (...row) => await (await tools.parts.help()).helpCommands(tools)[name](...row)
}
