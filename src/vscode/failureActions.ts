import { commands, type LogOutputChannel } from 'vscode'
import type { Inventory } from '../core/inventory.ts'
import type { ActionHandlers, FailureSubject } from './failureReporter.ts'
import { type CommandId, commandIds } from './ids.ts'

/** What the buttons below an error do: the same commands that a person would run, for the account it is about. */
export function failureActions(inventory: Inventory, channel: LogOutputChannel): ActionHandlers {
  const run = (command: CommandId) => async (subject: FailureSubject) => {
    const { accountId } = subject
    const row = accountId === undefined ? undefined : { kind: 'account', id: `account/${accountId}`, accountId }
    await commands.executeCommand(command, row)
  }
  return {
    editAccount: run(commandIds.editAccount),
    openConsole: run(commandIds.openConsole),
    searchAgain: run(commandIds.search),
    async refresh(subject) {
      if (subject.accountId !== undefined) await inventory.refresh(subject.accountId)
    },
    async showLog() {
      channel.show()
    },
  }
}
