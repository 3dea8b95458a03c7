import { commands } from 'vscode'
import { extensionId, walkthroughId } from '../ids.ts'

/** Shows the first steps. */
export async function openWalkthrough(): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthroughId}`, false)
}
