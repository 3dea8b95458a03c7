import { sameEndpoints } from '../../core/endpoints.ts'
import { findProvider } from '../../providers/registry.ts'
import { runSteps } from '../prompts/steps.ts'
import { saveSignIn } from './addAccount.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { credentialSteps, endpointsFor, type SignInTools } from './signIn.ts'
import { chooseAccount } from './targets.ts'

type Tools = SignInTools &
  Pick<
    CommandTools,
    'accounts' | 'credentials' | 'accountsChanged' | 'newId' | 'directory' | 'inventory' | 'drivers' | 'mention'
  >

/** Changes an account's name or credentials; also how a person signs in again. */
export function editAccount(tools: Tools): Command {
  return async (element) => {
    const title = 'Edit an account'
    const account = await chooseAccount(tools, element, { title, only: (candidate) => !candidate.sandbox })
    const definition = account && findProvider(account.provider)
    if (account === undefined || definition === undefined || account.sandbox) return
    const kept = await tools.credentials.read(account.provider, account.id)
    const target = endpointsFor(tools, definition)
    // Secrets entered for another address are not offered for this one.
    const stored = kept && typeof target !== 'string' && sameEndpoints(kept.endpoints, target) ? kept.values : {}
    const signIn = await runSteps(
      { accountId: account.id, definition, label: account.label, values: {}, stored },
      credentialSteps(tools, definition, `Edit “${account.label}” (${definition.label})`),
    )
    if (signIn === undefined) return
    await tools.drivers.drop(account.id)
    await saveSignIn(tools, signIn)
    await tools.inventory.refresh(account.id)
  }
}
