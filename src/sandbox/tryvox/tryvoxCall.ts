import { notFound } from './refusal.ts'
import type { TryvoxSwitches } from './tryvoxSwitches.ts'
import type { OwnedNumber, TryvoxWorld } from './tryvoxWorld.ts'

/** One admitted request, decoded. */
export interface TryvoxCall {
  readonly world: TryvoxWorld
  readonly switches: TryvoxSwitches
  readonly now: number
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  /** The number or id in the path, empty when there is none. */
  readonly id: string
}

/** What a handler answers. A single object may be wrapped in `data` by a switch; without a value there is no body. */
export interface TryvoxAnswer {
  readonly status: number
  readonly single?: Readonly<Record<string, unknown>>
  readonly list?: unknown
}

/** The owned number in the path. @throws Refusal 404 */
export function ownedInPath({ world, id }: TryvoxCall): OwnedNumber {
  const owned = world.owned.get(id)
  if (owned === undefined) throw notFound('Number')
  return owned
}
