import { t } from '../../core/words.ts'
import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'sandbox' | 'drivers'>

/** Starts the built-in sandbox and shows its accounts, or says that it runs already. */
export function trySandbox({ sandbox, mention }: Pick<CommandTools, 'sandbox' | 'mention'>): Command {
  return async () => {
    const ran = sandbox.accounts().length > 0
    await sandbox.start()
    if (ran) mention(t('The sandbox is running already'))
  }
}

/** Stops it; its accounts and numbers are gone with it. */
export function stopSandbox(tools: Tools): Command {
  return () => endSandbox(tools)
}

/** Resolves when the sandbox is gone and nothing speaks to it any more. */
export async function endSandbox({ sandbox, drivers }: Tools): Promise<void> {
  const ids = sandbox.accounts().map((account) => account.id)
  await sandbox.stop()
  await Promise.all(ids.map((id) => drivers.drop(id)))
}
