import { createRequire } from 'node:module'
import type { Account } from '../../../src/core/account.ts'
import { createInventory, type DriverAccess } from '../../../src/core/inventory.ts'
import { redactedDriver } from '../../../src/core/redactedDriver.ts'
import { createRedactor } from '../../../src/core/redaction.ts'
import { findProvider, providers } from '../../../src/providers/registry.ts'
import type { NetworkPart } from '../../../src/vscode/lazyParts.ts'
import type { SideAccount } from '../sideTask.ts'
import { type ListNumbers, runSide } from './runSide.ts'

type NumberingPart = typeof import('../../../src/numbering/phoneFormat.ts')

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const settings = {
  ...({ proxySupport: 'off', proxy: '', noProxy: [], strictSSL: true, proxyAuthorization: undefined } as const),
  ...{ systemCertificates: true, environment: {} },
}

/** The extension's own way: the built bundles, redaction and the inventory, without the editor. */
async function load(): Promise<ListNumbers> {
  const bundle = createRequire(import.meta.url)
  const network: NetworkPart = bundle('../bundles/network.js')
  const numbering = (bundle('../bundles/numbering.js') as NumberingPart).createPhoneNumbering()
  const redactor = createRedactor()

  const connect = async (account: SideAccount, accountId: string): Promise<DriverAccess> => {
    const { provider, endpoint, authEndpoint = endpoint, credentials } = account
    const definition = providers.find(({ id }) => id === provider)
    if (definition === undefined) return { kind: 'unknownProvider' }
    for (const value of Object.values(credentials)) redactor.addSecret(value)
    const http = network.createHttpClient({
      provider,
      transport: network.createTransport(() => settings),
      log: silent,
      timeouts: network.defaultTimeouts,
      limit: findProvider(provider)?.requestLimit,
      secretUsed: redactor.addSecret,
    })
    const endpoints = { api: endpoint, auth: authEndpoint }
    const context = { accountId, credentials, endpoints, http, numbering, now: () => new Date() }
    const driver = network.drivers[definition.id](context)
    return { kind: 'ready', driver: redactedDriver(driver, redactor) }
  }

  return async ({ accounts }, found) => {
    const inventory = createInventory({
      driverFor: (account) => connect(accounts[Number(account.id)] as SideAccount, account.id),
      now: Date.now,
    })
    inventory.setAccounts(accounts.map(toAccount))
    const firstSeen = inventory.onDidChange(() => {
      const first = inventory.accounts().find(({ numbers }) => numbers.length > 0)
      if (first === undefined) return
      firstSeen()
      found(first.numbers[0]?.number ?? '')
    })
    await Promise.all(accounts.map((_, index) => inventory.refresh(String(index))))
    for (const { numbers, status } of inventory.accounts()) {
      if (status.kind !== 'complete') throw 'error' in status ? status.error : new Error(status.kind)
      for (const { number } of numbers) found(number)
    }
  }
}

function toAccount({ provider, endpoint, authEndpoint = endpoint }: SideAccount, index: number): Account {
  const endpoints = { api: endpoint, auth: authEndpoint }
  return { id: String(index), provider, label: provider, sandbox: true, endpoints, endpointsOverridden: false }
}

await runSide(load)
