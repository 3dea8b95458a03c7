import type { Command, CommandTools } from './commandTools.ts'
import { chooseAccount, providerLabel } from './targets.ts'

type Tools = Pick<
  CommandTools,
  'directory' | 'prompts' | 'accounts' | 'credentials' | 'drivers' | 'accountsChanged' | 'inventory'
>

/** Forgets an account in this editor. Nothing changes at the provider. */
export function removeAccount(tools: Tools): Command {
  return async (element) => {
    const title = 'Remove an account from this editor'
    const account = await chooseAccount(tools, element, { title, only: (candidate) => !candidate.sandbox })
    if (account === undefined || account.sandbox) return
    const provider = providerLabel(account.provider)
    const count = tools.inventory.account(account.id)?.numbers.length ?? 0
    const numbers = count === 0 ? 'Its numbers' : count === 1 ? 'Its number' : `Its ${count} numbers`
    const agreed = await tools.prompts.confirm({
      title: `Remove “${account.label}” (${provider}) from this editor?`,
      detail: `The stored credentials are deleted here. ${numbers} at ${provider} stay rented and go on being charged.`,
      action: 'Remove',
    })
    if (!agreed) return
    // The list first, then the secret: a failure in between leaves no account that cannot sign in.
    await tools.accounts.remove(account.id)
    await tools.credentials.delete(account.provider, account.id)
    await tools.drivers.drop(account.id)
    tools.accountsChanged()
  }
}
