import type { Account } from '../../../src/core/account.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'

/** How many numbers a bench account has in how many countries. */
export interface AccountSize {
  readonly account: Account
  readonly numbers: number
  /** The country that has most of them: ISO code, calling code and how many. */
  readonly crowded: { readonly country: string; readonly callingCode: string; readonly numbers: number }
}

const countries: readonly (readonly [country: string, callingCode: string, digits: number])[] = [
  ['AT', '43', 10],
  ['AU', '61', 9],
  ['BE', '32', 9],
  ['BR', '55', 11],
  ['CA', '1647', 7],
  ['CH', '41', 9],
  ['CZ', '420', 9],
  ['DE', '49', 10],
  ['DK', '45', 8],
  ['EE', '372', 7],
  ['ES', '34', 9],
  ['FI', '358', 9],
  ['FR', '33', 9],
  ['GB', '44', 10],
  ['HK', '852', 8],
  ['HU', '36', 8],
  ['IE', '353', 9],
  ['IL', '972', 9],
  ['IT', '39', 10],
  ['JP', '81', 10],
  ['LT', '370', 8],
  ['MX', '52', 10],
  ['NL', '31', 9],
  ['NO', '47', 8],
  ['NZ', '64', 9],
  ['PL', '48', 9],
  ['PT', '351', 9],
  ['SE', '46', 9],
  ['SG', '65', 8],
]

/** The account's numbers, a crowded country first, as a driver makes them: every object and text is its own. */
export function manyNumbers({ account, numbers, crowded }: AccountSize): OwnedNumber[] {
  return Array.from({ length: numbers }, (_, index) => {
    if (index < crowded.numbers) {
      const area = String(200 + (index % 300))
      return plainNumber(
        account.id,
        crowded.country,
        `+${crowded.callingCode}${area}${String(5_550_000 + index)}`,
        index,
      )
    }
    const [country = 'DE', callingCode = '49', digits = 10] = countries[index % countries.length] ?? []
    const national = String(3 * 10 ** (digits - 1) + ((index * 7_919) % 10 ** (digits - 1)))
    return plainNumber(account.id, country, `+${callingCode}${national}`, index)
  })
}

function plainNumber(accountId: string, country: string, number: string, index: number): OwnedNumber {
  const text = JSON.stringify({
    ...{ accountId, number, country, type: 'local', capabilities: ['sms', 'voice'], state: { kind: 'active' } },
    price: { kind: 'recurring', money: { amount: '0.80000', currency: 'USD' }, months: 1 },
    ...{ name: `line ${index}`, routing: `app support-${index % 40}`, rentedAt: '2026-01-05', renewsAt: '2026-12-05' },
    facts: ['Carrier', 'Region', 'City', 'Subaccount', 'SMS rate', 'Voice rate'].map((label) => ({
      label,
      value: `${label} of ${index}`,
    })),
  })
  return JSON.parse(text)
}
