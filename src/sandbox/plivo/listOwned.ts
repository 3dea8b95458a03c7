import { dayOf, nextRenewal } from './calendar.ts'
import { carries } from './carries.ts'
import { ownedRow } from './ownedRow.ts'
import { pageOf } from './paging.ts'
import { isVisible, ownedInPath, type PlivoAnswer, type PlivoCall } from './plivoCall.ts'
import type { OwnedNumber } from './plivoWorld.ts'
import { invalid } from './refusal.ts'

/** How far the list turns per request when its order is not stable. */
const SHUFFLE_STEP = 7

/** GET Number/: filtered, paged, in the hidden order. */
export function listOwned(call: PlivoCall): PlivoAnswer {
  if (['application', 'app_id'].some((name) => call.query.has(name))) {
    throw invalid('Filtering by application is not supported')
  }
  const isFiltered = [...call.query.keys()].some((name) => name !== 'limit' && name !== 'offset')
  const visible = [...call.world.owned.values()].filter((owned) => isVisible(call, owned))
  const matching = isFiltered ? visible.filter((owned) => matches(call, owned)) : visible
  const ordered = call.switches.shuffleOrder ? rotated(matching, call.serial * SHUFFLE_STEP) : matching
  const page = pageOf(call, 'Number/', ordered)
  return { status: 200, members: { meta: page.meta, objects: page.items.map((owned) => ownedRow(call, owned)) } }
}

/** GET Number/{number}/: the row itself; after a change it may be the row from before for a few reads. */
export function getOwned(call: PlivoCall): PlivoAnswer {
  const owned = ownedInPath(call)
  const stale = call.world.stale.get(call.id)
  if (stale === undefined) return { status: 200, members: ownedRow(call, owned) }
  if (stale.reads > 1) call.world.stale.set(call.id, { ...stale, reads: stale.reads - 1 })
  else call.world.stale.delete(call.id)
  return { status: 200, members: ownedRow(call, stale.before) }
}

/** The words a filter uses for the registration states of the answer. */
const CAMPAIGN_FILTER: Readonly<Record<string, OwnedNumber['campaignStatus']>> = {
  unregistered: 'UNREGISTERED',
  in_progress: 'PROCESSING',
  registered: 'COMPLETED',
}

function matches(call: PlivoCall, owned: OwnedNumber): boolean {
  const { query } = call
  const asked = (name: string, accepts: (value: string) => boolean): boolean => {
    const value = query.get(name)
    return value === null || value === '' || accepts(value)
  }
  return (
    asked('type', (type) => type === owned.facts.subType) &&
    asked('number_type', (type) => type === owned.facts.subType) &&
    asked('number_startswith', (start) => owned.facts.digits.startsWith(start)) &&
    asked('subaccount', (id) => id === owned.subaccountId) &&
    asked('alias', (alias) => alias === owned.alias) &&
    asked('services', (services) => carries(owned.facts.tariff, services)) &&
    asked('cnam_lookup', (value) => value === owned.cnamLookup) &&
    asked('tendlc_campaign_id', (id) => id === owned.campaignId) &&
    asked('tendlc_registration_status', (word) => CAMPAIGN_FILTER[word] === owned.campaignStatus) &&
    asked('toll_free_sms_verification', (word) => word.toUpperCase() === owned.tollFreeVerification) &&
    renewsAsAsked(asked, () => nextRenewal(owned.addedOn, dayOf(call.now)))
  )
}

function renewsAsAsked(
  asked: (name: string, accepts: (value: string) => boolean) => boolean,
  renewal: () => string,
): boolean {
  return (
    asked('renewal_date', (limit) => renewal() === limit) &&
    asked('renewal_date__gt', (limit) => renewal() > limit) &&
    asked('renewal_date__gte', (limit) => renewal() >= limit) &&
    asked('renewal_date__lt', (limit) => renewal() < limit) &&
    asked('renewal_date__lte', (limit) => renewal() <= limit)
  )
}

function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const start = items.length === 0 ? 0 : by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}
