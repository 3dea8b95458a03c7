import type { ProviderDefinition } from '../../core/providerDefinition.ts'

/** What everyone may know of Sinch. */
export const sinch = {
  id: 'sinch',
  label: 'Sinch',
  consoleUrl: 'https://dashboard.sinch.com',
  credentialsHelp:
    'The Sinch dashboard shows the project ID and the access keys in its settings. A key secret is shown only once, when the key is made.',
  credentialFields: [
    { key: 'projectId', label: 'Project ID', secret: false, placeholder: 'The UUID of the project' },
    { key: 'keyId', label: 'Key ID', secret: false, placeholder: 'The ID of an access key' },
    { key: 'keySecret', label: 'Key secret', secret: true, placeholder: 'The secret of that access key' },
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
      label: 'SMS service plan ID',
      help: 'Where text messages to the number go. Leave it empty to link the number later.',
      otherwise: 'none',
      note: 'Linking the number to an SMS service plan takes Sinch a moment after renting.',
    },
  ],
  rentNotes: [
    'Sinch bills the number every month until it is released, and a released number is paid until the end of its period.',
  ],
} as const satisfies ProviderDefinition
