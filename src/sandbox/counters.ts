export interface ProviderCounters {
  /** Requests per route name. */
  readonly routes: Readonly<Record<string, number>>
  /** The same, only for routes that spend money or give a number up. Every such route is there, also with 0. */
  readonly money: Readonly<Record<string, number>>
  readonly total: number
}

export interface Counters {
  count(provider: string, route: string): void
  read(): Readonly<Record<string, ProviderCounters>>
  reset(): void
}

/** Counts every request that reached a provider, whatever was answered. `moneyRoutes` lists the routes per provider. */
export function createCounters(moneyRoutes: ReadonlyMap<string, readonly string[]>): Counters {
  const counts = new Map<string, Map<string, number>>()
  return {
    count(provider, route) {
      const routes = counts.get(provider) ?? new Map<string, number>()
      counts.set(provider, routes.set(route, (routes.get(route) ?? 0) + 1))
    },
    read() {
      return Object.fromEntries(
        [...moneyRoutes].map(([provider, money]) => [provider, summary(counts.get(provider) ?? new Map(), money)]),
      )
    },
    reset: () => counts.clear(),
  }
}

function summary(routes: ReadonlyMap<string, number>, money: readonly string[]): ProviderCounters {
  return {
    routes: Object.fromEntries(routes),
    money: Object.fromEntries(money.map((route) => [route, routes.get(route) ?? 0])),
    total: [...routes.values()].reduce((sum, count) => sum + count, 0),
  }
}
