import { t } from '../../core/words.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { chooseAccount, providerLabel } from './targets.ts'

type Tools = Pick<
  CommandTools,
  'directory' | 'prompts' | 'accounts' | 'credentials' | 'drivers' | 'accountsChanged' | 'inventory'
>

/** Forgets an account in this editor. Nothing changes at the provider. */
export function removeAccount(tools: Tools): Command {
  return async (element) => {
    const title = t('Remove an account from this editor')
    const account = await chooseAccount(tools, element, { title, only: (candidate) => !candidate.sandbox })
    if (account === undefined || account.sandbox) return
    const provider = providerLabel(account.provider)
    const count = tools.inventory.account(account.id)?.numbers.length ?? 0
    const agreed = await tools.prompts.confirm({
      title: t('Remove “{0}” ({1}) from this editor?', account.label, provider),
      detail: consequences(count, provider),
      action: t('Remove'),
    })
    if (!agreed) return
    // The list first, then the secret: a failure in between leaves no account that cannot sign in.
    await tools.accounts.remove(account.id)
    await tools.credentials.delete(account.provider, account.id)
    await tools.drivers.drop(account.id)
    tools.accountsChanged()
  }
}

function consequences(count: number, provider: string): string {
  if (count === 0) {
    return t(
      'The stored credentials are deleted here. Its numbers at {0} stay rented and go on being charged.',
      provider,
    )
  }
  if (count === 1) {
    return t(
      'The stored credentials are deleted here. Its number at {0} stays rented and goes on being charged.',
      provider,
    )
  }
  return t(
    'The stored credentials are deleted here. Its {0} numbers at {1} stay rented and go on being charged.',
    count,
    provider,
  )
}
