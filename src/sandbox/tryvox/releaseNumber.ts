import { numberRow, timestamp } from './numberRow.ts'
import { notFound, Refusal } from './refusal.ts'
import { ownedInPath, type TryvoxAnswer, type TryvoxCall } from './tryvoxCall.ts'
import { type OwnedNumber, statusAt } from './tryvoxWorld.ts'

const EARLY_FEE_CENTS = 2_500
const EARLY_MONTHS = 3
const COOLING_DAYS = 30
const DAY_MS = 86_400_000

/** GET numbers/{e164}/release-preview. */
export function releasePreview(call: TryvoxCall): TryvoxAnswer {
  const owned = ownedInPath(call)
  const fee = earlyFee(owned, call.now)
  const early = 'Rented under 3 months ago: a fee of $25.00 applies'
  const locked = 'This number is part of a bundle and cannot be released on its own'
  const single = {
    e164: owned.e164,
    can_release: owned.releasable,
    early_termination_fee: fee / 100,
    currency: 'USD',
    cooling_off_period_days: COOLING_DAYS,
    warnings: [...(fee > 0 ? [early] : []), ...(owned.releasable ? [] : [locked])],
  }
  return { status: 200, single }
}

/** DELETE numbers/{e164}: the receipt. The number leaves the list and can be taken back while it cools off. */
export function releaseNumber(call: TryvoxCall): TryvoxAnswer {
  const { world, now, switches } = call
  const number = ownedInPath(call)
  if (!number.releasable) throw new Refusal(409, 'CONFLICT', 'This number cannot be released on its own')
  const fee = earlyFee(number, now) + switches.surpriseFeeCents
  const availableAfter = now + COOLING_DAYS * DAY_MS
  world.balanceCents -= fee
  world.owned.delete(number.e164)
  world.released.set(number.e164, { number, releasedAt: now, availableAfter })
  const single = {
    e164: number.e164,
    status: 'released',
    released_at: timestamp(now),
    early_termination_fee: fee / 100,
    currency: 'USD',
    cooling_off_period_days: COOLING_DAYS,
    available_after: timestamp(availableAfter),
  }
  return { status: 200, single }
}

/** POST numbers/{e164}/cancel-release: the number is back. @throws Refusal 404 when it does not cool off any more. */
export function cancelRelease(call: TryvoxCall): TryvoxAnswer {
  const { world, now, switches } = call
  const released = world.released.get(call.id)
  if (released === undefined || released.availableAfter <= now) throw notFound('Release')
  const routes = switches.releaseDetaches ? { trunkId: null, applicationId: null } : {}
  const number = { ...released.number, ...routes, updatedAt: now }
  world.released.delete(call.id)
  world.owned.set(call.id, number)
  if (switches.emptyCancelBody) return { status: 204 }
  return { status: 200, single: numberRow(world, number, statusAt(number, now)) }
}

/** What giving a number up costs at an instant: it is free from three calendar months after it was rented. */
function earlyFee({ createdAt }: OwnedNumber, now: number): number {
  const free = new Date(createdAt)
  free.setUTCMonth(free.getUTCMonth() + EARLY_MONTHS)
  return now < free.getTime() ? EARLY_FEE_CENTS : 0
}
