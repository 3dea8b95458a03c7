import { describeFailure } from '../../core/failureText.ts'
import type { CredentialField } from '../../core/providerDefinition.ts'
import { ProviderError, type ProviderErrorKind } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { providers } from '../../providers/registry.ts'
import type { Answer, InputRequest, StepPosition } from '../prompts/prompts.ts'
import { knownAccount, offerKnownAccount } from './knownAccount.ts'
import { endpointsFor, type SignIn, type SignInTools } from './signIn.ts'

export interface CredentialQuestion {
  readonly state: SignIn
  readonly field: CredentialField
  readonly last: boolean
  readonly title: string
  /** What was typed so far by field, secrets too: kept as long as the questions are open. */
  readonly typed: Map<string, string>
}

/** Asks for one credential. Where it belongs to another account of this editor, that one can be edited instead. */
export async function askCredential(
  tools: SignInTools,
  question: CredentialQuestion,
  position: StepPosition,
): Promise<Answer<SignIn>> {
  const { state, field, title } = question
  for (;;) {
    const answer = await tools.prompts.input(boxOf(tools, question, position))
    if (answer.kind !== 'answer') return answer
    const value = withText(question, answer.value)
    const known = await knownAccount(tools, value, field)
    if (known === undefined) return { kind: 'answer', value }
    const choice = await offerKnownAccount(tools, { title, field, label: known.label, position })
    if (choice.kind === 'cancelled') return choice
    if (choice.kind === 'answer' && choice.value === 'edit') {
      return { kind: 'answer', value: { ...state, instead: known.id } }
    }
  }
}

function boxOf(tools: SignInTools, question: CredentialQuestion, position: StepPosition): InputRequest {
  const { state, field, last, title, typed } = question
  const kept = state.stored[field.key]
  const keepsStored = field.secret && kept !== undefined
  return {
    title,
    prompt: `${field.label}. ${keepsStored ? t('Leave empty to keep the stored one.') : state.definition.credentialsHelp}`,
    placeholder: field.placeholder,
    value: typed.get(field.key) ?? (field.secret ? '' : (kept ?? '')),
    password: field.secret,
    async validate(text, signal) {
      typed.set(field.key, text.trim())
      const next = withText(question, text)
      if (next.values[field.key] === '') return t('Type the {0}.', field.label)
      if (!last || (await knownAccount(tools, next, field)) !== undefined) return undefined
      return await verify(tools, next, signal)
    },
    position,
  }
}

function withText({ state, field }: CredentialQuestion, text: string): SignIn {
  const kept = state.stored[field.key]
  const typed = text.trim()
  return { ...state, values: { ...state.values, [field.key]: typed === '' && kept !== undefined ? kept : typed } }
}

/** Asks the provider whether the credentials are good. The sentence to show when they are not. */
async function verify(tools: SignInTools, state: SignIn, signal: AbortSignal): Promise<string | undefined> {
  const target = endpointsFor(tools, state.definition)
  if (typeof target === 'string') return target
  const known = providers.find((provider) => provider.id === state.definition.id)
  if (known === undefined) return t('This version does not know the provider.')
  const driver = await tools.drivers.trial(known.id, state.accountId, state.values, target)
  try {
    await driver.verifyCredentials(signal)
    return undefined
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    tools.log.warn(error.message)
    const { message } = describeFailure(error, { provider: state.definition.label, account: state.label })
    return [message, ...wayBack(state, error.facts.kind)].join(' ')
  } finally {
    await driver.close()
  }
}

const aboutCredentials: readonly ProviderErrorKind[] = ['auth', 'forbidden', 'notFound', 'invalid']

/** Which of the answers given before may be the wrong one: they are a step back and still there. */
function wayBack({ definition, values }: SignIn, kind: ProviderErrorKind): string[] {
  const earlier = definition.credentialFields
    .slice(0, -1)
    .map(({ key, label }) => t('{0} “{1}”', label, values[key] ?? ''))
  if (earlier.length === 0 || !aboutCredentials.includes(kind)) return []
  return [
    t(
      'Go back to change {0}.',
      earlier.reduce((before, one) => t('{0} or {1}', before, one)),
    ),
  ]
}
