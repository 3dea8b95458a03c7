import type { Credentials, Endpoints } from '../../core/account.ts'
import { resolveEndpoints } from '../../core/endpoints.ts'
import { describeFailure } from '../../core/failureText.ts'
import type { CredentialField, ProviderDefinition } from '../../core/providerDefinition.ts'
import { ProviderError } from '../../core/providerError.ts'
import { findProvider, providers } from '../../providers/registry.ts'
import { isLoopbackOnly } from '../driverSource.ts'
import type { Answer, StepPosition } from '../prompts/prompts.ts'
import type { Step } from '../prompts/steps.ts'
import type { CommandTools } from './commandTools.ts'

/** What the questions of adding and editing an account collect. */
export interface SignIn {
  readonly accountId: string
  readonly definition: ProviderDefinition
  readonly label: string
  readonly values: Credentials
  /** Secrets that are stored already: an empty answer keeps them. */
  readonly stored: Credentials
}

export type SignInTools = Pick<CommandTools, 'prompts' | 'drivers' | 'sandbox' | 'readOverrides' | 'log'>

/** One question per credential; the last one is answered only when the provider accepted all of them. */
export function credentialSteps(tools: SignInTools, definition: ProviderDefinition, title: string): Step<SignIn>[] {
  const fields = definition.credentialFields
  return [
    (state, position) => askLabel(tools, state, title, position),
    ...fields.map(
      (field, index): Step<SignIn> =>
        (state, position) =>
          askCredential(tools, { state, field, last: index === fields.length - 1, title }, position),
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
    prompt: `A name for this ${state.definition.label} account, for you only`,
    placeholder: 'Production',
    value: state.label,
    validate: (text) => (text.trim() === '' ? 'Type a name, for example Production.' : undefined),
    position,
  })
  return answer.kind === 'answer' ? { kind: 'answer', value: { ...state, label: answer.value.trim() } } : answer
}

interface CredentialQuestion {
  readonly state: SignIn
  readonly field: CredentialField
  readonly last: boolean
  readonly title: string
}

async function askCredential(
  tools: SignInTools,
  question: CredentialQuestion,
  position: StepPosition,
): Promise<Answer<SignIn>> {
  const { state, field, last, title } = question
  const kept = state.stored[field.key]
  const withText = (text: string): SignIn => {
    const typed = text.trim()
    return { ...state, values: { ...state.values, [field.key]: typed === '' && kept !== undefined ? kept : typed } }
  }
  const keepsStored = field.secret && kept !== undefined
  const answer = await tools.prompts.input({
    title,
    prompt: `${field.label}. ${keepsStored ? 'Leave empty to keep the stored one.' : state.definition.credentialsHelp}`,
    placeholder: field.placeholder,
    value: field.secret ? '' : (state.values[field.key] ?? kept ?? ''),
    password: field.secret,
    validate(text, signal) {
      const next = withText(text)
      if (next.values[field.key] === '') return `Type the ${field.label}.`
      return last ? verify(tools, next, signal) : undefined
    },
    position,
  })
  return answer.kind === 'answer' ? { kind: 'answer', value: withText(answer.value) } : answer
}

/** Asks the provider whether the credentials are good. The sentence to show when they are not. */
async function verify(tools: SignInTools, state: SignIn, signal: AbortSignal): Promise<string | undefined> {
  const target = endpointsFor(tools, state.definition)
  if (typeof target === 'string') return target
  const known = providers.find((provider) => provider.id === state.definition.id)
  if (known === undefined) return 'This version does not know the provider.'
  const driver = await tools.drivers.trial(known.id, state.accountId, state.values, target)
  try {
    await driver.verifyCredentials(signal)
    return undefined
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    tools.log.warn(error.message)
    return describeFailure(error, { provider: state.definition.label, account: state.label }).message
  } finally {
    await driver.close()
  }
}

/** Where the credentials will be sent, or the sentence that says why nowhere. */
export function endpointsFor(
  tools: Pick<SignInTools, 'readOverrides' | 'sandbox'>,
  definition: ProviderDefinition,
): Endpoints | string {
  const resolution = resolveEndpoints(definition, tools.readOverrides())
  if (resolution.kind === 'invalid') {
    return `The setting phoneNumbers.endpoints is not usable: “${resolution.setting}” ${resolution.problem}.`
  }
  if (tools.sandbox.running() && !isLoopbackOnly(resolution.endpoints)) {
    return 'The sandbox is running, so nothing leaves this machine. Stop the sandbox to add a real account.'
  }
  return resolution.endpoints
}

export function definitionOf(provider: string): ProviderDefinition | undefined {
  return findProvider(provider)
}
