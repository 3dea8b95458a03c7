import type { ProviderDefinition } from '../../core/providerDefinition.ts'

/** What everyone may know of TryVox. */
export const tryvox = {
  id: 'tryvox',
  label: 'TryVox',
  consoleUrl: 'https://tryvox.io',
  credentialsHelp: 'The TryVox dashboard shows the account ID and the API keys.',
  credentialFields: [
    { key: 'accountId', label: 'Account ID', secret: false, placeholder: 'The ID of the account' },
    { key: 'apiKey', label: 'API key', secret: true, placeholder: 'tvx_sk_live_…' },
  ],
  defaultEndpoints: { api: 'https://api.tryvox.io' },
  features: {
    numberTypes: ['local', 'mobile', 'tollFree'],
    searchCapabilities: ['sms', 'mms', 'voice'],
    search: 'inferred',
    rentTypedNumber: true,
    tellsRouting: true,
    quote: 'bySearch',
    release: {
      kind: 'coolingOff',
      takeBackNotes: [
        'TryVox does not say whether a fee for the release is paid back, nor whether the number keeps its trunk or application. Look at its settings afterwards.',
      ],
    },
  },
  rentFields: [],
  rentNotes: [
    'TryVox charges the setup fee and the first month at once; the first month is pro-rated.',
    'Releasing the number early may cost an early-termination fee; TryVox says how much before you release. A release can be taken back only until the end of its cooling-off period.',
    'TryVox rents numbers only to verified accounts, and a number shows as caller ID only after it is added under Verified Caller IDs.',
  ],
} as const satisfies ProviderDefinition
