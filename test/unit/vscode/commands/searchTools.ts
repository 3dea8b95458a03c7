import type { Account } from '../../../../src/core/account.ts'
import { createInventory } from '../../../../src/core/inventory.ts'
import type { LastSearch } from '../../../../src/core/lastSearch.ts'
import type { Offer } from '../../../../src/core/offer.ts'
import type { ProviderDriver } from '../../../../src/core/providerDriver.ts'
import type { SpendingLimits } from '../../../../src/core/spendingGuard.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import type { search } from '../../../../src/vscode/commands/search.ts'
import type { LazyParts } from '../../../../src/vscode/lazyParts.ts'
import { buildAccount, buildOwnedNumber } from '../../../support/builders.ts'
import { moneyTools } from '../../../support/moneyTools.ts'
import type { ScriptedPrompts } from '../../../support/scriptedPrompts.ts'
import { stubDriver } from '../../../support/stubDriver.ts'

export type SearchTools = Parameters<typeof search>[0]

/** Accounts of a search by id, and what their drivers answer. */
export interface SearchWorld {
  readonly accounts: readonly Account[]
  readonly drivers: Readonly<Record<string, Partial<ProviderDriver>>>
  readonly limits?: SpendingLimits
  /** What is remembered from before; afterwards what is remembered then. */
  lastSearch?: unknown
}

export function production(id: string, provider: string): Account {
  return buildAccount({ id, provider, label: 'Production' })
}

/** A driver that offers these and can rent them; `searches` counts the requests. */
export function offering(...offers: readonly Offer[]) {
  const seen = { searches: 0, rents: 0 }
  const driver: Partial<ProviderDriver> = {
    async searchOffers() {
      seen.searches += 1
      return { offers, more: false, unreadable: 0 }
    },
    quote: async (offer) => ({ kind: 'offered', offer }),
    listChoices: async () => [],
    async rent() {
      seen.rents += 1
      return { ready: true }
    },
    getOwned: async (number) => buildOwnedNumber(number, { accountId: offers[0]?.accountId ?? 'account-1' }),
  }
  return { driver, seen }
}

/** The tools of a search, with everything outside of it in memory. */
export function searchTools(world: SearchWorld, prompts: ScriptedPrompts): SearchTools {
  const drivers = new Map(Object.entries(world.drivers).map(([id, driver]) => [id, stubDriver(driver)] as const))
  const accessTo: SearchTools['drivers']['accessTo'] = async ({ id }) => {
    const driver = drivers.get(id)
    return driver === undefined ? { kind: 'signedOut' } : { kind: 'ready', driver }
  }
  const inventory = createInventory({ driverFor: accessTo, now: () => 0 })
  inventory.setAccounts(world.accounts)
  const never = (): never => {
    throw new Error('A search does not need this')
  }
  return {
    ...moneyTools(stubDriver({}), inventory),
    inventory,
    directory: { list: () => world.accounts, find: (id) => world.accounts.find((one) => one.id === id) },
    drivers: { accessTo, trial: never, drop: never, dropAll: never },
    parts: partsWithNumbering(never),
    prompts,
    progress: {
      cancellable: (_, work) => work(new AbortController().signal),
      committed: (_, work) => work(new AbortController().signal),
      stepped: (_, work) => work(() => {}, new AbortController().signal),
      inView: (work) => work(),
    },
    failures: {
      show: async ({ kind }) => void (await prompts.notify({ severity: 'error', message: kind, actions: [] })),
      showUnexpected: never,
    },
    lastSearch: {
      read: () => world.lastSearch,
      save(search: LastSearch) {
        world.lastSearch = search
      },
    },
    reveal: async () => {},
    readSpendingLimits: () => world.limits ?? {},
    showHistory: async () => {},
  }
}

function partsWithNumbering(never: () => never): LazyParts {
  const numbering = createPhoneNumbering()
  return {
    help: never,
    code: never,
    commands: never,
    rows: never,
    upkeep: never,
    network: never,
    sandbox: never,
    numbering: async () => numbering,
  }
}
