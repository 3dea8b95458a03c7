import type { Account } from '../../src/core/account.ts'
import type { Offer } from '../../src/core/offer.ts'
import type { OwnedNumber } from '../../src/core/ownedNumber.ts'
import { type E164, parseE164 } from '../../src/core/phoneNumber.ts'
import { oncePrice, recurringPrice } from '../../src/core/price.ts'
import { ProviderError, type ProviderErrorFacts } from '../../src/core/providerError.ts'

/** A number that a test writes out. Throws on a slip of the pen. */
export function e164(text: string): E164 {
  const number = parseE164(text)
  if (number === undefined) throw new Error(`${text} is not E.164`)
  return number
}

export function buildAccount(differences: Partial<Account> = {}): Account {
  return {
    id: 'account-1',
    provider: 'testphone',
    label: 'Production',
    sandbox: false,
    endpoints: { api: 'https://api.example.com' },
    endpointsOverridden: false,
    ...differences,
  }
}

export function buildOwnedNumber(number = '+13125550142', differences: Partial<OwnedNumber> = {}): OwnedNumber {
  return {
    accountId: 'account-1',
    number: e164(number),
    country: 'US',
    type: 'local',
    capabilities: ['sms', 'voice'],
    state: { kind: 'active' },
    price: recurringPrice('1.00', 'USD'),
    facts: [],
    ...differences,
  }
}

export function buildOffer(number = '+13125550142', differences: Partial<Offer> = {}): Offer {
  return {
    accountId: 'account-1',
    number: e164(number),
    country: 'US',
    type: 'local',
    capabilities: ['sms', 'voice'],
    price: recurringPrice('0.50000', 'USD'),
    setup: oncePrice('0.00000', 'USD'),
    requirements: [],
    rentable: { kind: 'direct' },
    ...differences,
  }
}

export function buildError(
  kind: ProviderErrorFacts['kind'],
  differences: Partial<ProviderErrorFacts> = {},
): ProviderError {
  return new ProviderError({ kind, provider: 'testphone', operation: 'list', ...differences })
}
