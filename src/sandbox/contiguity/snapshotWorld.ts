import type { ContiguityWorld } from './contiguityWorld.ts'

/** The world as a test sees it, JSON-safe: amounts are decimal text, dates ISO text. */
export function snapshotWorld(world: ContiguityWorld): unknown {
  return {
    balance: decimal(world.balances.get('USD') ?? 0),
    balances: Object.fromEntries([...world.balances].map(([currency, amount]) => [currency, decimal(amount)])),
    owned: [...world.leases.values()].map((lease) => ({
      number: lease.number,
      leaseId: lease.id,
      leaseStatus: lease.status,
      billingMethod: lease.method,
      start: new Date(lease.start).toISOString(),
      end: lease.end === null ? null : new Date(lease.end).toISOString(),
      failover: lease.failover,
    })),
    offers: [...world.numbers.values()].filter((number) => number.listed).map((number) => number.id),
    taken: [...world.taken],
    released: [...world.released],
    charges: world.charges.map(({ at, number, amount, currency }) => ({
      at: new Date(at).toISOString(),
      number,
      amount: decimal(amount),
      currency,
    })),
    entitlements: Object.fromEntries([...world.entitlements.values()].map(({ name, status }) => [name, status])),
  }
}

function decimal(hundredths: number): string {
  return (hundredths / 100).toFixed(2)
}
