import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'

/** What everyone may know of Sinch. */
export const sinch = {
  id: 'sinch',
  label: 'Sinch',
  consoleUrl: 'https://dashboard.sinch.com',
  credentialsHelp: t(
    'The Sinch dashboard shows the project ID and the access keys in its settings. A key secret is shown only once, when the key is made.',
  ),
  credentialFields: [
    { key: 'projectId', label: t('Project ID'), secret: false, placeholder: t('The UUID of the project') },
    { key: 'keyId', label: t('Key ID'), secret: false, placeholder: t('The ID of an access key') },
    { key: 'keySecret', label: t('Key secret'), secret: true, placeholder: t('The secret of that access key') },
  ],
  defaultEndpoints: { api: 'https://numbers.api.sinch.com', auth: 'https://auth.sinch.com' },
  features: {
    numberTypes: ['local', 'mobile', 'tollFree'],
    searchCapabilities: ['sms', 'voice'],
    search: 'documented',
    rentTypedNumber: true,
    tellsRouting: true,
    quote: 'exact',
    release: { kind: 'periodEnd' },
  },
  rentFields: [
    {
      kind: 'text',
      key: 'servicePlanId',
      label: t('SMS service plan ID'),
      help: t('Where text messages to the number go. Leave it empty to link the number later.'),
      otherwise: t('none'),
      note: t('Linking the number to an SMS service plan takes Sinch a moment after renting.'),
    },
  ],
  rentNotes: [
    t(
      'Sinch bills the number every month until it is released, and a released number is paid until the end of its period.',
    ),
  ],
} as const satisfies ProviderDefinition
