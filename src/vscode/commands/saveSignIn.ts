import { t } from '../../core/words.ts'
import type { CommandTools } from './commandTools.ts'
import { endpointsFor, type SignIn, type SignInTools } from './signIn.ts'

type Tools = Pick<SignInTools, 'readOverrides' | 'sandbox'> &
  Pick<CommandTools, 'accounts' | 'credentials' | 'accountsChanged' | 'mention'>

/** Secret first, then the list: a failure in between leaves no account without credentials. */
export async function saveSignIn(tools: Tools, signIn: SignIn): Promise<void> {
  const endpoints = endpointsFor(tools, signIn.definition)
  if (typeof endpoints === 'string') throw new Error(endpoints)
  const { accountId, definition, label, values } = signIn
  await tools.credentials.write(definition.id, accountId, { values, endpoints })
  await tools.accounts.save({ id: accountId, provider: definition.id, label })
  tools.accountsChanged()
  tools.mention(t('Saved “{0}” at {1}', label, definition.label))
}
