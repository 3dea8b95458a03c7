import { monthlyCentsOf, type OwnedNumber, statusAt, type TryvoxWorld } from './tryvoxWorld.ts'

export type Row = Readonly<Record<string, unknown>>

/** ISO 8601 in UTC without a fraction. */
export function timestamp(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`
}

/** A rented number in TryVox's words. */
export function numberRow(world: TryvoxWorld, owned: OwnedNumber, status: string): Row {
  return {
    e164: owned.e164,
    country: owned.country,
    type: owned.type,
    region: owned.region,
    status,
    capabilities: owned.capabilities,
    monthly_fee: monthlyCentsOf(world, owned) / 100,
    setup_fee: owned.setupCents / 100,
    currency: 'USD',
    trunk_id: owned.trunkId,
    application_id: owned.applicationId,
    created_at: timestamp(owned.createdAt),
    updated_at: timestamp(owned.updatedAt),
  }
}

/** What the routing calls answer: the number with its routes only. */
export function routingSummary(owned: OwnedNumber, now: number): Row {
  return {
    e164: owned.e164,
    trunk_id: owned.trunkId,
    application_id: owned.applicationId,
    status: statusAt(owned, now),
    updated_at: timestamp(owned.updatedAt),
  }
}
