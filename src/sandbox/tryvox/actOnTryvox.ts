import { newOwned } from './newOwned.ts'
import type { TryvoxWorld } from './tryvoxWorld.ts'

/**
 * Changes the world behind the client's back; README.md of this folder lists the commands. Several may come at once.
 * @throws Error for an unknown command or a value of the wrong kind; earlier commands of the same call stay done.
 */
export function actOnTryvox(world: TryvoxWorld, now: number, command: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(command)) {
    const action = actions[name]
    if (action === undefined) throw new Error(`The TryVox emulator cannot do "${name}"`)
    action(world, value, now)
  }
}

const actions: Readonly<Record<string, (world: TryvoxWorld, value: unknown, now: number) => void>> = {
  take: (world, value) => {
    world.taken.add(numberOf(value))
  },
  own: (world, value, now) => {
    const number = world.stock.describe(numberOf(value))
    world.owned.set(number.e164, newOwned(number, now))
  },
  lose: (world, value) => {
    if (!world.owned.delete(numberOf(value))) throw new Error('The account does not have this number')
  },
  balance: (world, value) => {
    world.balanceCents = centsOf(value)
  },
  reprice: (world, value) => {
    for (const [number, monthly] of Object.entries(membersOf(value))) {
      world.repriced.set(numberOf(number), centsOf(monthly))
    }
  },
  status: (world, value) => {
    for (const [number, status] of Object.entries(membersOf(value))) {
      const owned = world.owned.get(number)
      if (owned === undefined) throw new Error(`The account does not have ${number}`)
      world.owned.set(number, { ...owned, status: textOf(status), pendingUntil: 0 })
    }
  },
}

function numberOf(value: unknown): string {
  const text = textOf(value)
  if (!/^\+[1-9]\d{1,14}$/.test(text)) throw new Error('A number is written as E.164, with its plus')
  return text
}

function centsOf(value: unknown): number {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(textOf(value))
  if (match === null) throw new Error('An amount has at most two decimal places')
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error('This command takes text')
  return value
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('This command takes an object')
  return { ...value }
}
