import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'sandbox' | 'inventory' | 'drivers'>

/** Starts the built-in sandbox and shows its accounts. */
export function trySandbox(tools: Tools): Command {
  return async () => {
    await tools.sandbox.start()
  }
}

/** Stops it; its accounts and numbers are gone with it. */
export function stopSandbox(tools: Tools): Command {
  return async () => {
    const ids = tools.sandbox.accounts().map((account) => account.id)
    await tools.sandbox.stop()
    await Promise.all(ids.map((id) => tools.drivers.drop(id)))
  }
}
