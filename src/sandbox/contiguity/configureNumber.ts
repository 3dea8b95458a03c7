import type { EmulatorRequest } from '../emulator.ts'
import { type ContiguityWorld, type Failover, isHeld } from './contiguityWorld.ts'
import { Refusal } from './envelope.ts'
import { isRecord, readJsonObject } from './requestBody.ts'

/**
 * Stores the failover of a leased number. Members left out take their defaults, they do not keep old values.
 * @throws Refusal 400 for a malformed body, 404 when the account does not lease the number.
 */
export function configureNumber(world: ContiguityWorld, id: string, request: EmulatorRequest): unknown {
  if (request.body === '') throw new Refusal(400, 'A JSON body is required')
  const { failover: wanted } = readJsonObject(request)
  const lease = world.leases.get(id)
  if (!isHeld(lease)) throw new Refusal(404, 'You do not lease this number')
  if (wanted === undefined) return { number: id }
  const failover = readFailover(wanted)
  world.leases.set(id, { ...lease, failover })
  return { number: id, failover }
}

function readFailover(value: unknown): Failover {
  if (!isRecord(value)) throw new Refusal(400, 'failover must be an object')
  const { enabled, mode = 'all', numbers = [] } = value
  if (typeof enabled !== 'boolean') throw new Refusal(400, 'failover.enabled is required and must be a boolean')
  if (mode !== 'all' && mode !== 'selective') throw new Refusal(400, 'failover.mode must be all or selective')
  if (!isTextList(numbers)) throw new Refusal(400, 'failover.numbers must be a list of E.164 numbers')
  return { enabled, mode, numbers: [...numbers] }
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && /^\+[1-9]\d{1,14}$/.test(item))
}
