import type { ContiguitySwitches } from './contiguitySwitches.ts'
import type { ContiguityWorld } from './contiguityWorld.ts'
import { Refusal } from './envelope.ts'
import { numberRow } from './numberRow.ts'

/** Every listed offer, whole. @throws Refusal 404 when there is none, unless switched to 200. */
export function listOffers(world: ContiguityWorld, switches: ContiguitySwitches): unknown {
  const offers = [...world.numbers.values()].filter((number) => number.listed)
  if (offers.length === 0) refuseEmpty(switches, 'No numbers available')
  return { available: offers.length + switches.overcount, numbers: offers.map((number) => numberRow(number)) }
}

/** Every lease of the account, also paused and ended ones. @throws Refusal 404 when there is none, unless switched to 200. */
export function listOwned(world: ContiguityWorld, switches: ContiguitySwitches): unknown {
  const numbers = [...world.leases.keys()].map((id) => getNumber(world, id))
  if (numbers.length === 0) refuseEmpty(switches, 'No leased numbers')
  return { leased: numbers.length + switches.overcount, numbers }
}

/** One number; the lease's members only when the account has the lease. @throws Refusal 404 for an unknown one. */
export function getNumber(world: ContiguityWorld, id: string): unknown {
  const number = world.numbers.get(id)
  if (number === undefined) throw new Refusal(404, 'Number not found')
  return numberRow(number, world.leases.get(id))
}

/** The older address of an owned number, which the official SDK still calls. @throws Refusal 404 when it is not leased. */
export function getOwnedDetails(world: ContiguityWorld, id: string): unknown {
  if (!world.leases.has(id)) throw new Refusal(404, 'You do not lease this number')
  return getNumber(world, id)
}

function refuseEmpty(switches: ContiguitySwitches, sentence: string): void {
  if (switches.emptyListStatus !== 200) throw new Refusal(switches.emptyListStatus, sentence)
}
