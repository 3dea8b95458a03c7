import { dayOf } from './calendar.ts'
import { newOwned } from './newOwned.ts'
import type { PlivoWorld } from './plivoWorld.ts'
import { parseRate } from './rate.ts'

/**
 * Changes the world behind the client's back; README.md of this folder lists the commands. Several may come at once.
 * @throws Error for an unknown command or a value of the wrong kind; earlier commands of the same call stay done.
 */
export function actOnPlivo(world: PlivoWorld, now: number, command: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(command)) {
    const action = actions[name]
    if (action === undefined) throw new Error(`The Plivo emulator cannot do "${name}"`)
    action(world, value, now)
  }
}

const actions: Readonly<Record<string, (world: PlivoWorld, value: unknown, now: number) => void>> = {
  take: (world, value) => {
    world.withheld.add(digitsOf(value))
  },
  own: (world, value, now) => {
    const facts = world.stock.describe(`+${digitsOf(value)}`)
    world.owned.set(facts.digits, newOwned(facts, dayOf(now)))
  },
  lose: (world, value) => {
    if (!world.owned.delete(digitsOf(value))) throw new Error('The account does not have this number')
  },
  balance: (world, value) => {
    world.balance = parseRate(textOf(value))
  },
  reprice: (world, value) => {
    for (const [number, monthly] of Object.entries(membersOf(value))) {
      world.repriced.set(digitsOf(number), parseRate(textOf(monthly)))
    }
  },
  defaultApplication: (world, value) => {
    const known = value === null || world.applications.some(({ id }) => id === value)
    if (!known) throw new Error('The account does not have this application')
    world.defaultApplicationId = value === null ? null : textOf(value)
  },
  compliance: (world, value) => {
    for (const [id, status] of Object.entries(membersOf(value))) {
      if (!world.compliances.some((record) => record.id === id)) throw new Error(`There is no compliance record ${id}`)
      const text = textOf(status)
      world.compliances = world.compliances.map((one) => (one.id === id ? { ...one, status: text } : one))
    }
  },
}

function digitsOf(value: unknown): string {
  const match = /^\+([1-9]\d{1,14})$/.exec(textOf(value))
  if (match?.[1] === undefined) throw new Error('A number is written as E.164, with its plus')
  return match[1]
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
