import type { Account } from '../../../src/core/account.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import { type E164, parseE164 } from '../../../src/core/phoneNumber.ts'
import { recurringPrice } from '../../../src/core/price.ts'
import type { ProviderDefinition } from '../../../src/core/providerDefinition.ts'

/** A provider of no one's, so that nothing depends on a real one's details. */
export const sampleProvider: ProviderDefinition = {
  id: 'telefonia',
  label: 'Telefonia',
  consoleUrl: 'https://console.telefonia.example',
  credentialsHelp: '',
  credentialFields: [],
  defaultEndpoints: { api: 'https://api.telefonia.example', auth: 'https://auth.telefonia.example' },
  features: {
    numberTypes: ['local'],
    searchCapabilities: ['sms'],
    search: 'documented',
    rentTypedNumber: true,
    tellsRouting: true,
    quote: 'exact',
    release: { kind: 'immediate' },
  },
  rentFields: [],
  rentNotes: [],
}

export function sampleAccount(changes: Partial<Account> = {}): Account {
  return {
    id: '5d0c1c6e-5a55-4a0e-9d2f-0a3f5a1f2b11',
    provider: sampleProvider.id,
    label: 'Production',
    sandbox: false,
    endpoints: sampleProvider.defaultEndpoints,
    endpointsOverridden: false,
    ...changes,
  }
}

export function sampleNumber(changes: Partial<OwnedNumber> = {}): OwnedNumber {
  return {
    accountId: sampleAccount().id,
    number: e164('+13125550142'),
    country: 'US',
    type: 'tollFree',
    capabilities: ['sms', 'mms', 'voice'],
    state: { kind: 'active' },
    price: recurringPrice('0.80000', 'USD'),
    name: 'support-ivr',
    routing: 'app support-ivr',
    renewsAt: '2026-12-01',
    rentedAt: '2025-03-14T09:30:00Z',
    facts: [
      { label: 'Region', value: 'Chicago, ILLINOIS' },
      { label: 'Compliance application', value: '5b1f3a52-7a9e-4a7b-8f77-6b8f1f0c2d11' },
    ],
    ...changes,
  }
}

export function e164(text: string): E164 {
  const number = parseE164(text)
  if (number === undefined) throw new Error(`${text} is not E.164`)
  return number
}
