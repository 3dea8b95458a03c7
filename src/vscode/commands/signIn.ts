import type { Credentials, Endpoints } from '../../core/account.ts'
import { resolveEndpoints } from '../../core/endpoints.ts'
import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'
import { isLoopbackOnly } from '../driverSource.ts'
import type { CommandTools } from './commandTools.ts'

/** What the questions of adding and editing an account collect. */
export interface SignIn {
  readonly accountId: string
  readonly definition: ProviderDefinition
  readonly label: string
  readonly values: Credentials
  /** Credentials that are stored already: an empty answer keeps a secret. */
  readonly stored: Credentials
  /** The id of another account that has these credentials and is to be edited instead. */
  readonly instead?: string
}

export type SignInTools = Pick<
  CommandTools,
  'prompts' | 'drivers' | 'sandbox' | 'readOverrides' | 'log' | 'directory' | 'accounts' | 'credentials'
>

/** True when the provider cannot be asked because the sandbox runs: then only this machine is. */
export function isKeptInSandbox(
  { readOverrides, sandbox }: Pick<SignInTools, 'readOverrides' | 'sandbox'>,
  definition: ProviderDefinition,
): boolean {
  if (!sandbox.running()) return false
  const resolution = resolveEndpoints(definition, readOverrides())
  return resolution.kind !== 'invalid' && !isLoopbackOnly(resolution.endpoints)
}

/** Where the credentials will be sent, or the sentence that says why nowhere. */
export function endpointsFor(
  tools: Pick<SignInTools, 'readOverrides' | 'sandbox'>,
  definition: ProviderDefinition,
): Endpoints | string {
  const resolution = resolveEndpoints(definition, tools.readOverrides())
  if (resolution.kind === 'invalid') {
    return t('The setting phoneNumbers.endpoints is not usable: “{0}” {1}.', resolution.setting, resolution.problem)
  }
  if (isKeptInSandbox(tools, definition)) {
    return t('The sandbox is running, so nothing leaves this machine. Stop the sandbox to add a real account.')
  }
  return resolution.endpoints
}
