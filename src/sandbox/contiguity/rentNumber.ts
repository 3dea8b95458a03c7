import type { EmulatorContext, EmulatorRequest } from '../emulator.ts'
import type { ContiguitySwitches } from './contiguitySwitches.ts'
import {
  type BillingMethod,
  type ContiguityWorld,
  entitlementFor,
  isHeld,
  type Lease,
  leaseId,
} from './contiguityWorld.ts'
import { Refusal } from './envelope.ts'
import { major, periodOf } from './numberRow.ts'
import { readJsonObject } from './requestBody.ts'
import type { StockNumber } from './stockNumber.ts'

/**
 * Leases a number to the account and debits its price, unless a service contract pays.
 * @throws Refusal with the provider's status when it cannot be leased; nothing has changed then.
 */
export function rentNumber(
  world: ContiguityWorld,
  switches: ContiguitySwitches,
  context: EmulatorContext,
  id: string,
  request: EmulatorRequest,
): unknown {
  const method = readMethod(readJsonObject(request)['billing_method'], switches)
  const number = rentable(world, switches, id)
  if (method === 'monthly') debit(world, switches, context.clock.now(), number)
  const lease: Lease = {
    id: leaseId(context.random),
    number: id,
    status: switches.rentsPending ? 'pending' : 'active',
    method,
    start: context.clock.now(),
    end: null,
    failover: null,
  }
  world.leases.set(id, lease)
  world.numbers.set(id, { ...number, status: 'leased', listed: false })
  return {
    lease_id: lease.id,
    number: id,
    status: lease.status,
    billing: { method, price: priceOf(number), period: periodOf(lease) },
  }
}

function readMethod(value: unknown, switches: ContiguitySwitches): BillingMethod {
  if (value === undefined || value === 'monthly') return 'monthly'
  if (value !== 'service_contract') throw new Refusal(400, 'billing_method must be monthly or service_contract')
  if (!switches.hasServiceContract) throw new Refusal(403, 'This account has no active service contract')
  return value
}

function rentable(world: ContiguityWorld, switches: ContiguitySwitches, id: string): StockNumber {
  const number = world.numbers.get(id)
  if (number === undefined) throw new Refusal(switches.unknownNumberStatus, 'Number not found')
  if (isHeld(world.leases.get(id))) throw new Refusal(switches.ownedStatus, 'You already lease this number')
  if (number.status !== 'available' && number.status !== 'g-available') {
    throw new Refusal(switches.takenStatus, 'This number is not available for lease')
  }
  for (const requirement of number.requirements) {
    const name = entitlementFor(requirement)
    if (world.entitlements.get(name)?.status === 'granted') continue
    throw new Refusal(
      403,
      `This number needs the ${name} entitlement`,
      `https://api.contiguity.com/entitlements/${name}`,
    )
  }
  return number
}

function debit(world: ContiguityWorld, switches: ContiguitySwitches, at: number, number: StockNumber): void {
  const amount = number.upfrontFee + number.monthlyRate
  const balance = world.balances.get(number.currency) ?? 0
  if (balance < amount) throw new Refusal(switches.fundsStatus, 'Your balance is too low to lease this number')
  world.balances.set(number.currency, balance - amount)
  world.charges.push({ at, number: number.id, amount, currency: number.currency })
}

function priceOf(number: StockNumber): unknown {
  return {
    currency: number.currency,
    monthly_rate: major(number.monthlyRate),
    upfront_fee: major(number.upfrontFee),
  }
}
