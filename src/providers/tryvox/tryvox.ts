import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'

/** What everyone may know of TryVox. */
export const tryvox = {
  id: 'tryvox',
  label: 'TryVox',
  consoleUrl: 'https://tryvox.io',
  credentialsHelp: t('The TryVox dashboard shows the account ID and the API keys.'),
  credentialFields: [
    { key: 'accountId', label: t('Account ID'), secret: false, placeholder: t('The ID of the account') },
    { key: 'apiKey', label: t('API key'), secret: true, placeholder: 'tvx_sk_live_…' },
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
        t(
          'TryVox does not say whether a fee for the release is paid back, nor whether the number keeps its trunk or application. Look at its settings afterwards.',
        ),
      ],
    },
  },
  rentFields: [],
  rentNotes: [
    t('TryVox charges the setup fee and the first month at once; the first month is pro-rated.'),
    t(
      'Releasing the number early may cost an early-termination fee; TryVox says how much before you release. A release can be taken back only until the end of its cooling-off period.',
    ),
    t(
      'TryVox rents numbers only to verified accounts, and a number shows as caller ID only after it is added under Verified Caller IDs.',
    ),
  ],
} as const satisfies ProviderDefinition
