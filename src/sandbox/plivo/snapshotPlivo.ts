import { monthlyOf, type PlivoWorld } from './plivoWorld.ts'
import { rateText } from './rate.ts'

/** One number as a test sees it. */
export interface PlivoOwnedSnapshot {
  readonly number: string
  readonly alias: string | null
  /** The id of the application or trunk. */
  readonly application: string | null
  readonly subaccount: string | null
  readonly compliance: string | null
  readonly cnamLookup: string | null
  readonly active: boolean
  readonly monthlyRate: string
  readonly addedOn: string
}

/** The account as a test sees it: numbers as E.164, money as decimal text, no tokens. */
export interface PlivoSnapshot {
  readonly balance: string
  readonly defaultApplication: string | null
  readonly owned: readonly PlivoOwnedSnapshot[]
  readonly withheld: readonly string[]
  readonly released: readonly { readonly number: string; readonly at: string }[]
}

export function snapshotPlivo(world: PlivoWorld, now: number): PlivoSnapshot {
  const owned = [...world.owned.values()].map((one) => ({
    number: `+${one.facts.digits}`,
    alias: one.alias,
    application: one.route?.id ?? null,
    subaccount: one.subaccountId,
    compliance: one.complianceId,
    cnamLookup: one.cnamLookup,
    active: one.usableFrom <= now,
    monthlyRate: rateText(monthlyOf(world, one.facts)),
    addedOn: one.addedOn,
  }))
  return {
    balance: rateText(world.balance),
    defaultApplication: world.defaultApplicationId,
    owned,
    withheld: [...world.withheld].map((digits) => `+${digits}`),
    released: world.released.map(({ digits, at }) => ({ number: `+${digits}`, at: new Date(at).toISOString() })),
  }
}
