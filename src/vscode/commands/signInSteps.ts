import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'
import type { Answer, StepPosition } from '../prompts/prompts.ts'
import type { Step } from '../prompts/steps.ts'
import { askCredential } from './askCredential.ts'
import type { SignIn, SignInTools } from './signIn.ts'

/**
 * A name, then one question per credential; the last one is answered only when the provider accepted all of them. What was typed
 * stays for the way back and forth.
 */
export function signInSteps(tools: SignInTools, definition: ProviderDefinition, title: string): Step<SignIn>[] {
  const typed = new Map<string, string>()
  const fields = definition.credentialFields
  return [
    (state, position) => askLabel(tools, state, title, position),
    ...fields.map(
      (field, index): Step<SignIn> =>
        async (state, position) =>
          state.instead === undefined
            ? await askCredential(tools, { state, field, last: index === fields.length - 1, title, typed }, position)
            : { kind: 'skip', state },
    ),
  ]
}

async function askLabel(
  tools: SignInTools,
  state: SignIn,
  title: string,
  position: StepPosition,
): Promise<Answer<SignIn>> {
  const answer = await tools.prompts.input({
    title,
    prompt: t('A name for this {0} account, for you only', state.definition.label),
    placeholder: t('Production'),
    value: state.label,
    validate: (text) => problemWithLabel(tools, state, text.trim()),
    position,
  })
  return answer.kind === 'answer' ? { kind: 'answer', value: { ...state, label: answer.value.trim() } } : answer
}

/** Two accounts of a provider with one name could not be told apart in a question about money. */
function problemWithLabel(tools: SignInTools, { accountId, definition }: SignIn, label: string): string | undefined {
  if (label === '') return t('Type a name, for example Production.')
  const same = tools.directory
    .list()
    .find(
      (account) =>
        account.provider === definition.id &&
        account.id !== accountId &&
        account.label.toLowerCase() === label.toLowerCase(),
    )
  return (
    same && t('“{0}” is the name of another {1} account here. Choose a different one.', same.label, definition.label)
  )
}
