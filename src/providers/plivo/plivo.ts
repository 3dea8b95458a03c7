import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'

/** What everyone may know of Plivo. */
export const plivo = {
  id: 'plivo',
  label: 'Plivo',
  consoleUrl: 'https://cx.plivo.com',
  credentialsHelp: t('The overview page of the Plivo console shows the auth ID and the auth token.'),
  credentialFields: [
    { key: 'authId', label: t('Auth ID'), secret: false, placeholder: t('MA and 18 more characters') },
    { key: 'authToken', label: t('Auth token'), secret: true, placeholder: t('The token next to the auth ID') },
  ],
  defaultEndpoints: { api: 'https://api.plivo.com' },
  features: {
    numberTypes: ['local', 'mobile', 'tollFree', 'national', 'fixed'],
    searchCapabilities: ['sms', 'mms', 'voice'],
    search: 'documented',
    rentTypedNumber: true,
    tellsRouting: true,
    quote: 'bySearch',
    release: { kind: 'immediate' },
  },
  rentFields: [
    {
      kind: 'listedChoice',
      key: 'applicationId',
      label: t('Application'),
      help: t('Where calls and messages to the number go.'),
      otherwise: t('the account’s default'),
    },
  ],
  // Documented: 300 in 5 seconds for an account. A little below, since requests may arrive closer together than they left.
  requestLimit: { requests: 290, perMs: 5_000 },
  rentNotes: [
    t('Plivo charges the set-up price and the first month at once, then every month until the number is released.'),
    t('Plivo documents its prices in USD; an account billed in another currency may pay differently.'),
  ],
} as const satisfies ProviderDefinition
