import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'
import { providers } from '../../providers/registry.ts'
import { runSteps } from '../prompts/steps.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { type EditTools, editKnown } from './editAccount.ts'
import { leaveSandbox } from './leaveSandbox.ts'
import { saveSignIn } from './saveSignIn.ts'
import type { SignIn } from './signIn.ts'
import { signInSteps } from './signInSteps.ts'

type Tools = EditTools & Pick<CommandTools, 'newId'>

/** Adds an account: provider, name, credentials, proved by a live call before anything is stored. */
export function addAccount(tools: Tools): Command {
  return async (element) => {
    const preset = element?.kind === 'provider' ? providers.find((one) => one.id === element.provider) : undefined
    const definition = preset ?? (await chooseProvider(tools))
    if (definition === undefined) return
    const title = t('Add a {0} account', definition.label)
    if (!(await leaveSandbox(tools, definition, title))) return
    const initial: SignIn = {
      accountId: tools.newId(),
      definition,
      label: freeLabel(tools, definition),
      values: {},
      stored: {},
    }
    const signIn = await runSteps(initial, signInSteps(tools, definition, title))
    if (signIn === undefined) return
    if (signIn.instead === undefined) await saveSignIn(tools, signIn)
    else await editKnown(tools, signIn.instead)
  }
}

async function chooseProvider(tools: Tools): Promise<ProviderDefinition | undefined> {
  const answer = await tools.prompts.pick<ProviderDefinition>({
    title: t('Add an account'),
    placeholder: t('Which provider?'),
    items: providers.map((definition) => ({
      label: definition.label,
      description: definition.credentialFields.map((field) => field.label).join(', '),
      icon: 'broadcast',
      value: definition,
    })),
  })
  return answer.kind === 'answer' ? answer.value : undefined
}

/** "Production" in the person's language, then with a counter, so that two accounts do not look alike. */
function freeLabel(tools: Tools, definition: ProviderDefinition): string {
  const ofProvider = tools.directory.list().filter((account) => account.provider === definition.id)
  const used = new Set(ofProvider.map((account) => account.label.toLowerCase()))
  const name = t('Production')
  if (!used.has(name.toLowerCase())) return name
  for (let n = 2; ; n++) if (!used.has(`${name} ${n}`.toLowerCase())) return `${name} ${n}`
}
