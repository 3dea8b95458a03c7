import * as z from 'zod'
import type { SettingsChange } from '../../../src/core/numberSettings.ts'
import type { ProviderId } from '../../../src/providers/registry.ts'

/** What the suite must know of a pretended provider to look behind the driver's back. What the driver can do is in its features. */
export interface Witness {
  /** The emulator's names for the requests an operation needs. */
  readonly routes: {
    readonly verify: string
    readonly list: string
    readonly get: string
    readonly search: string
    readonly quote: string
    readonly rent: string
    readonly release: string
    readonly cancelRelease?: string
  }
  /** How many numbers the large account has. */
  readonly many: number
  /** How many numbers come in one answer at most. Undefined: all of them. */
  readonly perPage?: number
  /** A switch that makes pages smaller, where the driver asks for large ones. */
  readonly smallPages?: { readonly name: string; readonly rows: number }
  /** The numbers the account holds, read from the emulator's world. */
  readonly held: (world: unknown) => readonly string[]
  /** The command that gives an offer another monthly price. */
  readonly reprice: (number: string, monthly: string) => Readonly<Record<string, unknown>>
  /** A change that every number's settings allow, without asking first. */
  readonly change: SettingsChange
  /** An error answer in the provider's own form. */
  readonly errorBody: (status: number, sentence: string) => unknown
}

const numbered = z.object({ owned: z.array(z.object({ number: z.string() })) })
const sinchWorld = z.object({ owned: z.array(z.object({ phoneNumber: z.string() })) })
const leases = z.object({ owned: z.array(z.object({ number: z.string(), leaseStatus: z.string() })) })

const sinch: Witness = {
  routes: {
    verify: 'listOwned',
    list: 'listOwned',
    get: 'getOwned',
    search: 'search',
    quote: 'quote',
    rent: 'rent',
    release: 'release',
  },
  many: 1_000,
  perPage: 1_000,
  smallPages: { name: 'maxPageSize', rows: 20 },
  held: (world) => sinchWorld.parse(world).owned.map(({ phoneNumber }) => phoneNumber),
  change: { displayName: 'Front desk' },
  reprice: (number, monthlyPrice) => ({ reprice: number, monthlyPrice }),
  errorBody: (code, message) => ({ error: { code, message, status: 'SOMETHING', details: [] } }),
}

const plivo: Witness = {
  routes: {
    verify: 'listOwned',
    list: 'listOwned',
    get: 'getOwned',
    search: 'search',
    quote: 'search',
    rent: 'rent',
    release: 'release',
  },
  many: 1_000,
  perPage: 20,
  change: { alias: 'Front desk' },
  held: (world) => numbered.parse(world).owned.map(({ number }) => number),
  reprice: (number, monthly) => ({ reprice: { [number]: monthly } }),
  errorBody: (_status, error) => ({ api_id: '7d1c-0001', error }),
}

const tryvox: Witness = {
  routes: {
    verify: 'listOwned',
    list: 'listOwned',
    get: 'getOwned',
    search: 'search',
    quote: 'search',
    rent: 'rent',
    release: 'release',
    cancelRelease: 'cancelRelease',
  },
  many: 250,
  perPage: 100,
  change: { route: '' },
  held: (world) => numbered.parse(world).owned.map(({ number }) => number),
  reprice: (number, monthly) => ({ reprice: { [number]: monthly } }),
  errorBody: (_status, message) => ({ error: { code: 'SOMETHING', message } }),
}

const contiguity: Witness = {
  routes: {
    verify: 'listEntitlements',
    list: 'listOwned',
    get: 'getNumber',
    search: 'listOffers',
    quote: 'getNumber',
    rent: 'rent',
    release: 'release',
  },
  many: 50,
  change: { failover: true, failoverMode: 'all' },
  held: (world) =>
    leases
      .parse(world)
      .owned.filter(({ leaseStatus }) => !['expired', 'terminated'].includes(leaseStatus))
      .map(({ number }) => number),
  reprice: (number, monthlyRate) => ({ reprice: number, monthlyRate }),
  errorBody: (status, error) => ({
    id: 'err_0001',
    timestamp: 1785698220563,
    api_version: 'v2026.8.2',
    object: 'error',
    data: { error, status },
  }),
}

/** A new provider is one line here. */
export const witnesses: Readonly<Record<ProviderId, Witness>> = { sinch, plivo, tryvox, contiguity }
