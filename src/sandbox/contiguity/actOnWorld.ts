import type { EmulatorContext } from '../emulator.ts'
import { type ContiguityWorld, type EntitlementStatus, isHeld, leaseId } from './contiguityWorld.ts'
import { isRecord } from './requestBody.ts'
import type { StockNumber } from './stockNumber.ts'

type Command = Readonly<Record<string, unknown>>

const ENTITLEMENT_STATUSES: readonly EntitlementStatus[] = ['granted', 'available', 'ineligible']

/**
 * Changes the world behind the client's back. The first word decides: `take`, `own`, `remove`, `offer`, `edit`
 * (`set`, `unset`), `reprice` (`upfrontFee`, `monthlyRate`), `leaseStatus` (`status`), `entitlement` (`status`), `balance`.
 * @throws Error for commands it does not know or cannot do.
 */
export function actOnWorld(world: ContiguityWorld, context: EmulatorContext, command: Command): unknown {
  if ('take' in command) return take(world, text(command, 'take'))
  if ('own' in command) return own(world, context, text(command, 'own'))
  if ('remove' in command) return remove(world, text(command, 'remove'))
  if ('offer' in command) return offer(world, text(command, 'offer'))
  if ('edit' in command) return edit(world, command)
  if ('reprice' in command) return reprice(world, command)
  if ('leaseStatus' in command) return setLeaseStatus(world, command)
  if ('entitlement' in command) return setEntitlement(world, context, command)
  if ('balance' in command) return setBalance(world, text(command, 'balance'))
  throw new Error(`The Contiguity emulator cannot do ${JSON.stringify(Object.keys(command))}`)
}

/** A stranger leases an offer. */
function take(world: ContiguityWorld, id: string): unknown {
  const number = known(world, id)
  if (isHeld(world.leases.get(id))) throw new Error(`${id} is leased by the account itself`)
  world.numbers.set(id, { ...number, status: 'leased', listed: false })
  world.taken.push(id)
  return { taken: id }
}

/** The account leases a number elsewhere, say in a browser. */
function own(world: ContiguityWorld, { clock, random }: EmulatorContext, id: string): unknown {
  if (isHeld(world.leases.get(id))) throw new Error(`${id} is leased already`)
  const number = world.numbers.get(id) ?? world.plan.describe(id)
  world.numbers.set(id, { ...number, status: 'leased', listed: false })
  const lease = { id: leaseId(random), number: id, start: clock.now(), end: null, failover: null }
  world.leases.set(id, { ...lease, status: 'active', method: 'monthly' })
  return { owned: id }
}

/** A lease vanishes; the number goes to nobody we know. */
function remove(world: ContiguityWorld, id: string): unknown {
  if (!world.leases.delete(id)) throw new Error(`${id} is not leased`)
  world.numbers.set(id, { ...known(world, id), status: 'unavailable' })
  return { removed: id }
}

function offer(world: ContiguityWorld, id: string): unknown {
  if (world.leases.has(id)) throw new Error(`${id} is leased by the account itself`)
  const number = world.numbers.get(id) ?? world.plan.describe(id)
  world.numbers.set(id, { ...number, status: 'available', listed: true })
  return { offered: id }
}

/** Puts raw members over the wire row, and takes others out of it. */
function edit(world: ContiguityWorld, command: Command): unknown {
  const number = known(world, text(command, 'edit'))
  const { set = {}, unset = [] } = command
  if (!isRecord(set)) throw new Error('"set" takes an object')
  if (!Array.isArray(unset)) throw new Error('"unset" takes a list of names')
  const edited = { set: { ...number.edited.set, ...set }, unset: [...number.edited.unset, ...unset.map(String)] }
  world.numbers.set(number.id, { ...number, edited })
  return { edited: number.id }
}

function reprice(world: ContiguityWorld, command: Command): unknown {
  const number = known(world, text(command, 'reprice'))
  const fee = (name: 'upfrontFee' | 'monthlyRate') =>
    command[name] === undefined ? number[name] : hundredths(text(command, name))
  world.numbers.set(number.id, { ...number, upfrontFee: fee('upfrontFee'), monthlyRate: fee('monthlyRate') })
  return { repriced: number.id }
}

function setLeaseStatus(world: ContiguityWorld, command: Command): unknown {
  const id = text(command, 'leaseStatus')
  const lease = world.leases.get(id)
  if (lease === undefined) throw new Error(`${id} is not leased`)
  world.leases.set(id, { ...lease, status: text(command, 'status') })
  return { leaseStatus: id }
}

function setEntitlement(world: ContiguityWorld, { clock }: EmulatorContext, command: Command): unknown {
  const entitlement = world.entitlements.get(text(command, 'entitlement'))
  if (entitlement === undefined) throw new Error(`Known entitlements are ${[...world.entitlements.keys()].join(', ')}`)
  const status = ENTITLEMENT_STATUSES.find((one) => one === command['status'])
  if (status === undefined) throw new Error(`"status" takes one of ${ENTITLEMENT_STATUSES.join(', ')}`)
  const grantedAt = status === 'granted' ? clock.now() : null
  world.entitlements.set(entitlement.name, { ...entitlement, status, grantedAt })
  return { entitlement: entitlement.name }
}

/** The account has one balance per currency; all are set to this amount. */
function setBalance(world: ContiguityWorld, amount: string): unknown {
  for (const currency of world.balances.keys()) world.balances.set(currency, hundredths(amount))
  return { balance: amount }
}

function known(world: ContiguityWorld, id: string): StockNumber {
  const number = world.numbers.get(id)
  if (number === undefined) throw new Error(`${id} is not known`)
  return number
}

function text(command: Command, name: string): string {
  const value = command[name]
  if (typeof value !== 'string') throw new Error(`"${name}" takes a text`)
  return value
}

function hundredths(amount: string): number {
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(amount)) throw new Error('Amounts are decimal text like "20.00"')
  return Math.round(Number(amount) * 100)
}
