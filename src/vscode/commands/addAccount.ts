import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { providers } from '../../providers/registry.ts'
import { runSteps, type Step } from '../prompts/steps.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { credentialSteps, endpointsFor, type SignIn, type SignInTools } from './signIn.ts'

type Tools = SignInTools &
  Pick<CommandTools, 'accounts' | 'credentials' | 'accountsChanged' | 'newId' | 'directory' | 'mention'>

/** Adds an account: provider, name, credentials, proved by a live call before anything is stored. */
export function addAccount(tools: Tools): Command {
  return async (element) => {
    const preset = element?.kind === 'provider' ? providers.find((one) => one.id === element.provider) : undefined
    const definition = preset ?? (await chooseProvider(tools))
    if (definition === undefined) return
    const title = `Add a ${definition.label} account`
    const initial: SignIn = {
      accountId: tools.newId(),
      definition,
      label: freeLabel(tools, definition),
      values: {},
      stored: {},
    }
    const steps: readonly Step<SignIn>[] = credentialSteps(tools, definition, title)
    const signIn = await runSteps(initial, steps)
    if (signIn !== undefined) await saveSignIn(tools, signIn)
  }
}

async function chooseProvider(tools: Tools): Promise<ProviderDefinition | undefined> {
  const answer = await tools.prompts.pick<ProviderDefinition>({
    title: 'Add an account',
    placeholder: 'Which provider?',
    items: providers.map((definition) => ({
      label: definition.label,
      description: definition.credentialFields.map((field) => field.label).join(', '),
      icon: 'broadcast',
      value: definition,
    })),
  })
  return answer.kind === 'answer' ? answer.value : undefined
}

/** "Production", then the provider's name with a counter, so that two accounts do not look alike. */
function freeLabel(tools: Tools, definition: ProviderDefinition): string {
  const used = new Set(
    tools.directory
      .list()
      .filter((account) => account.provider === definition.id)
      .map((account) => account.label),
  )
  if (!used.has('Production')) return 'Production'
  for (let n = 2; ; n++) if (!used.has(`Production ${n}`)) return `Production ${n}`
}

/** Secret first, then the list: a failure in between leaves no account without credentials. */
export async function saveSignIn(tools: Tools, signIn: SignIn): Promise<void> {
  const endpoints = endpointsFor(tools, signIn.definition)
  if (typeof endpoints === 'string') throw new Error(endpoints)
  const { accountId, definition, label, values } = signIn
  await tools.credentials.write(definition.id, accountId, { values, endpoints })
  await tools.accounts.save({ id: accountId, provider: definition.id, label })
  tools.accountsChanged()
  tools.mention(`Saved “${label}” at ${definition.label}`)
}
