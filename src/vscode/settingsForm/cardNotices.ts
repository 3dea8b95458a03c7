import type { Notice } from '../../contract/settingsView.ts'
import type { Account } from '../../core/account.ts'
import type { NumberState } from '../../core/ownedNumber.ts'
import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'
import { displayText } from './displayText.ts'

/** An ISO 8601 instant or calendar day as people of this editor write days. */
export type FormatDay = (iso: string) => string

/** What a person should know before anything else about this state; nothing while the number simply works. */
export function stateNotices(state: NumberState, provider: ProviderDefinition, day: FormatDay): Notice[] {
  switch (state.kind) {
    case 'active':
      return []
    case 'pending':
      return [info(t('{0} is still setting this number up. It may not work yet.', provider.label))]
    case 'suspended':
      return [warning(t('{0} has suspended this number. Its console may say why.', provider.label))]
    case 'releasing':
      return [warning(leavingSentence(state.until, day))]
    case 'released':
      return [warning(releasedSentence(state.cancellableUntil, day))]
    case 'other':
      return [info(t('{0} calls the state of this number “{1}”.', provider.label, displayText(state.word)))]
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
  const [first, second] = elsewhere.map(hostOf)
  if (first === undefined) return []
  return [
    info(
      second === undefined
        ? t('Requests of this account go to {0}, as your settings say.', first)
        : t('Requests of this account go to {0} and {1}, as your settings say.', first, second),
    ),
  ]
}

function leavingSentence(until: string | undefined, day: FormatDay): string {
  return until === undefined
    ? t('This number has been released and will leave the account.')
    : t('This number has been released. It is yours until {0}.', day(until))
}

function releasedSentence(until: string | undefined, day: FormatDay): string {
  return until === undefined
    ? t('This number has been released.')
    : t('This number has been released. The release can be taken back until {0}.', day(until))
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
