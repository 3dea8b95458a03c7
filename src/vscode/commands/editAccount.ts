import { sameEndpoints } from '../../core/endpoints.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import { runSteps } from '../prompts/steps.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { leaveSandbox } from './leaveSandbox.ts'
import { saveSignIn } from './saveSignIn.ts'
import { endpointsFor, type SignInTools } from './signIn.ts'
import { signInSteps } from './signInSteps.ts'
import { chooseAccount, tellUnknownProvider } from './targets.ts'

export type EditTools = SignInTools & Pick<CommandTools, 'accountsChanged' | 'inventory' | 'mention'>

/** Changes an account's name or credentials; also how a person signs in again. */
export function editAccount(tools: EditTools): Command {
  return async (element) => {
    const title = t('Edit an account')
    const account = await chooseAccount(tools, element, { title, only: (candidate) => !candidate.sandbox })
    if (account !== undefined) await editKnown(tools, account.id)
  }
}

/** Asks the questions of a stored account with today's answers in them; nothing for one that is not stored. */
export async function editKnown(tools: EditTools, accountId: string): Promise<void> {
  const account = tools.directory.find(accountId)
  const definition = account && findProvider(account.provider)
  if (account === undefined || account.sandbox) return
  if (definition === undefined) return await tellUnknownProvider(tools, account)
  const title = t('Edit “{0}” ({1})', account.label, definition.label)
  if (!(await leaveSandbox(tools, definition, title))) return
  const kept = await tools.credentials.read(account.provider, account.id)
  const target = endpointsFor(tools, definition)
  // Secrets entered for another address are not offered for this one.
  const stored = kept && typeof target !== 'string' && sameEndpoints(kept.endpoints, target) ? kept.values : {}
  const signIn = await runSteps(
    { accountId: account.id, definition, label: account.label, values: {}, stored },
    signInSteps(tools, definition, title),
  )
  if (signIn === undefined) return
  if (signIn.instead !== undefined) return await editKnown(tools, signIn.instead)
  await tools.drivers.drop(account.id)
  await saveSignIn(tools, signIn)
  await tools.inventory.refresh(account.id)
}
