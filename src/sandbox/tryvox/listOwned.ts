import { numberRow, type Row } from './numberRow.ts'
import { pageBody, pageOf } from './paging.ts'
import { notFound } from './refusal.ts'
import type { TryvoxAnswer, TryvoxCall } from './tryvoxCall.ts'
import { type OwnedNumber, statusAt } from './tryvoxWorld.ts'

interface Listed {
  readonly number: OwnedNumber
  readonly status: string
}

/** GET numbers: filtered by country and status, paged. */
export function listOwned(call: TryvoxCall): TryvoxAnswer {
  const [country, status] = [call.query.get('country') ?? '', call.query.get('status') ?? '']
  const matching = listed(call)
    .filter(({ number }) => country === '' || number.country === country.toUpperCase())
    .filter((one) => status === '' || one.status === status)
  const page = pageOf(call, matching)
  const items = page.items.map((one) => rowOf(call, one))
  return { status: 200, list: pageBody(call, { ...page, items }) }
}

/** GET numbers/{e164}. A switch makes it a path that does not exist. */
export function getOwned(call: TryvoxCall): TryvoxAnswer {
  const found = listed(call).find(({ number }) => number.e164 === call.id)
  if (found === undefined || call.switches.getNumberMissing) throw notFound('Number')
  return { status: 200, single: rowOf(call, found) }
}

function rowOf({ world }: TryvoxCall, { number, status }: Listed): Row {
  return numberRow(world, number, status)
}

function listed({ world, switches, now }: TryvoxCall): readonly Listed[] {
  const owned = [...world.owned.values()].map((number) => ({ number, status: statusAt(number, now) }))
  if (!switches.releasedStaysListed) return owned
  const released = [...world.released.values()].filter(({ availableAfter }) => availableAfter > now)
  return [...owned, ...released.map(({ number }) => ({ number, status: 'released' }))]
}
