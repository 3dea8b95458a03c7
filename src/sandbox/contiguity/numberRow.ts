import { callingCodeOf } from '../callingCode.ts'
import type { Lease } from './contiguityWorld.ts'
import type { StockNumber } from './stockNumber.ts'

/** A number as the provider writes it; with a lease of ours also the lease's members. */
export function numberRow(number: StockNumber, lease?: Lease): Readonly<Record<string, unknown>> {
  const { form, edited } = number
  const row: Record<string, unknown> = {
    id: number.id,
    status: lease === undefined ? number.status : 'leased',
    number: { e164: number.id, formatted: formatted(number.id) },
    location: { country: number.country, region: number.region, city: number.city },
    carrier: number.carrier,
    capabilities: { intl_sms: number.intlSms, channels: number.channels },
    health: { reputation: number.reputation, previous_owners: number.previousOwners },
    data: dataOf(number),
    created_at: form.createdAt === 'iso' ? new Date(number.createdAt).toISOString() : seconds(number.createdAt),
    pricing: {
      currency: number.currency,
      upfront_fee: major(number.upfrontFee),
      monthly_rate: major(number.monthlyRate),
    },
    ...(lease === undefined ? {} : leaseMembers(lease, form.billing)),
  }
  for (const name of form.missing) delete row[name]
  Object.assign(row, edited.set)
  for (const name of edited.unset) delete row[name]
  return row
}

/** Epoch seconds of epoch milliseconds. */
export function seconds(ms: number): number {
  return Math.floor(ms / 1_000)
}

/** An amount in major units, as a JSON number has it (1999 -> 19.99). */
export function major(hundredths: number): number {
  return hundredths / 100
}

/** Numbers that ask for something are always written in the full form, because only that form announces it. */
function dataOf(number: StockNumber): Readonly<Record<string, unknown>> {
  if (number.form.data === 'empty' && number.requirements.length === 0) return {}
  return { requirements: number.requirements, e911_capable: number.e911Capable }
}

function leaseMembers(lease: Lease, withBilling: boolean): Readonly<Record<string, unknown>> {
  const members = { lease_id: lease.id, lease_status: lease.status }
  return withBilling ? { ...members, billing: { method: lease.method, period: periodOf(lease) } } : members
}

/** The lease's period in seconds; `end` null = month to month. */
export function periodOf(lease: Lease): { readonly start: number; readonly end: number | null } {
  return { start: seconds(lease.start), end: lease.end === null ? null : seconds(lease.end) }
}

function formatted(e164: string): string {
  const digits = e164.slice(1)
  const code = callingCodeOf(digits)
  const rest = digits.slice(code.length)
  if (code === '1') return `+1 (${rest.slice(0, 3)}) ${rest.slice(3, 6)}-${rest.slice(6)}`
  return `+${code} ${rest.replaceAll(/\d{3}(?=\d{3})/g, '$& ')}`
}
