import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'

/** What everyone may know of Contiguity. It knows no number types and no voice. */
export const contiguity = {
  id: 'contiguity',
  label: 'Contiguity',
  consoleUrl: 'https://console.contiguity.com',
  credentialsHelp: t('The tokens page of the Contiguity console is where API keys are made.'),
  credentialFields: [{ key: 'apiKey', label: t('API key'), secret: true, placeholder: 'contiguity_sk_…' }],
  defaultEndpoints: { api: 'https://api.contiguity.com' },
  features: {
    numberTypes: [],
    searchCapabilities: ['sms', 'mms', 'rcs', 'imessage', 'whatsapp'],
    search: 'documented',
    rentTypedNumber: true,
    tellsRouting: false,
    quote: 'exact',
    release: { kind: 'immediate' },
  },
  rentFields: [
    {
      kind: 'fixedChoice',
      key: 'billingMethod',
      label: t('Billing method'),
      help: t('A service contract works only for accounts that have one.'),
      choices: [
        { value: 'monthly', label: t('Monthly') },
        { value: 'service_contract', label: t('Service contract') },
      ],
    },
  ],
  rentNotes: [
    t('Contiguity charges the set-up price once and the monthly price from now on, until the number is released.'),
  ],
} as const satisfies ProviderDefinition
