import { plannedCountries } from '../numberPlan.ts'
import type { Row } from './numberRow.ts'
import { pageBody, pageOf } from './paging.ts'
import { notFound } from './refusal.ts'
import type { TryvoxAnswer, TryvoxCall } from './tryvoxCall.ts'
import type { TryvoxNumber } from './tryvoxNumber.ts'
import { monthlyCentsOf } from './tryvoxWorld.ts'

/** GET inventory/numbers: offers of one country, or of all. A switch makes it a path that does not exist. */
export function searchInventory(call: TryvoxCall): TryvoxAnswer {
  if (call.switches.inventoryMissing) throw notFound('Route')
  const country = (call.query.get('country') ?? '').toUpperCase()
  const countries = country === '' ? plannedCountries.map((planned) => planned.country) : [country]
  const offered = countries
    .flatMap((code) => call.world.stock.inCountry(code))
    .filter((number) => isOffered(call, number.e164))
  const page = pageOf(call, offered)
  const items = page.items.map((number) => offerRow(call, number))
  if (!call.switches.inventoryItems) return { status: 200, list: pageBody(call, { ...page, items }) }
  return { status: 200, list: { items, page: page.page, per_page: page.perPage, total: page.total } }
}

/** True unless the account or somebody else has the number, or it is cooling off after a release. */
export function isOffered({ world, now }: TryvoxCall, e164: string): boolean {
  const cooling = (world.released.get(e164)?.availableAfter ?? 0) > now
  return !cooling && !world.owned.has(e164) && !world.taken.has(e164)
}

function offerRow({ world, switches }: TryvoxCall, number: TryvoxNumber): Row {
  const prices = {
    monthly_fee: monthlyCentsOf(world, number) / 100,
    setup_fee: number.setupCents / 100,
    currency: 'USD',
  }
  return {
    e164: number.e164,
    country: number.country,
    type: number.type,
    region: number.region,
    capabilities: number.capabilities,
    ...(switches.offersWithoutPrices ? {} : prices),
  }
}
