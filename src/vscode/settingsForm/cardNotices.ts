import type { Notice } from '../../contract/settingsView.ts'
import type { Account } from '../../core/account.ts'
import type { NumberState } from '../../core/ownedNumber.ts'
import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { displayText } from './displayText.ts'

/** An ISO 8601 instant or calendar day as people of this editor write days. */
export type FormatDay = (iso: string) => string

/** What a person should know before anything else about this state; nothing while the number simply works. */
export function stateNotices(state: NumberState, provider: ProviderDefinition, day: FormatDay): Notice[] {
  switch (state.kind) {
    case 'active':
      return []
    case 'pending':
      return [info(`${provider.label} is still setting this number up. It may not work yet.`)]
    case 'suspended':
      return [warning(`${provider.label} has suspended this number. Its console may say why.`)]
    case 'releasing':
      return [warning(leavingSentence(state.until, day))]
    case 'released':
      return [warning(releasedSentence(state.cancellableUntil, day))]
    case 'other':
      return [info(`${provider.label} calls the state of this number “${displayText(state.word)}”.`)]
    default:
      return state satisfies never
  }
}

/** Says so when the account's requests go to another address than the provider's own. */
export function accountNotices(account: Account, provider: ProviderDefinition): Notice[] {
  // A sandbox is always elsewhere; its badge says so.
  if (account.sandbox || !account.endpointsOverridden) return []
  const { endpoints } = account
  const { defaultEndpoints } = provider
  const elsewhere = [
    ...(endpoints.api === defaultEndpoints.api ? [] : [endpoints.api]),
    ...(endpoints.auth === undefined || endpoints.auth === defaultEndpoints.auth ? [] : [endpoints.auth]),
  ]
  if (elsewhere.length === 0) return []
  return [info(`Requests of this account go to ${elsewhere.map(hostOf).join(' and ')}, as your settings say.`)]
}

function leavingSentence(until: string | undefined, day: FormatDay): string {
  return until === undefined
    ? 'This number has been released and will leave the account.'
    : `This number has been released. It is yours until ${day(until)}.`
}

function releasedSentence(until: string | undefined, day: FormatDay): string {
  return until === undefined
    ? 'This number has been released.'
    : `This number has been released. The release can be taken back until ${day(until)}.`
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : displayText(origin)
}

function info(text: string): Notice {
  return { severity: 'info', text }
}

function warning(text: string): Notice {
  return { severity: 'warning', text }
}
