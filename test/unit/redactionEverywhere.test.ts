import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { describe, it, type TestContext } from 'node:test'
import type { Log } from '../../src/core/log.ts'
import { problemReport } from '../../src/core/problemReport.ts'
import type { ProviderDriver } from '../../src/core/providerDriver.ts'
import { createRedactor } from '../../src/core/redaction.ts'
import { directSettings } from '../../src/http/networkSettings.ts'
import { type ProviderId, providers } from '../../src/providers/registry.ts'
import { createDriverSource } from '../../src/vscode/driverSource.ts'
import { createLazyParts } from '../../src/vscode/lazyParts.ts'
import { createLog } from '../../src/vscode/log.ts'
import { buildAccount, buildOwnedNumber } from '../support/builders.ts'
import { echoPlaces, json, refusal } from '../support/network/echoPlaces.ts'
import { findLeaks } from '../support/network/findLeaks.ts'
import { canaries, everyOperation, outcomeOf } from '../support/network/tamperedDriver.ts'
import { noCancel } from '../support/sandboxDriver.ts'
import { type SeenRequest, startLocalServer } from '../support/startLocalServer.ts'
import { upkeepBench } from '../support/upkeepBench.ts'

const accessToken = 'eyJhbGciOiJ.W5vT9xQ2mK8r-c0Zy_7n.p4'

/** What the account's owner types and what is made of it: whatever a provider could repeat. */
function secretsOf(id: ProviderId): readonly string[] {
  const fields = providers.find((provider) => provider.id === id)?.credentialFields ?? []
  const credentials = canaries[id]
  const typed = fields.filter(({ secret }) => secret).map(({ key }) => credentials[key] ?? '')
  const pairs = Object.values(credentials).flatMap((name) => typed.map((secret) => `${name}:${secret}`))
  return [...typed, ...pairs, ...(id === 'sinch' ? [accessToken] : [])]
}

/** A credential in the forms in which programs repeat it. */
function echoes(secret: string): readonly string[] {
  return [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    JSON.stringify({ key: secret }),
    `https://api.example.com/v1?api_key=${encodeURIComponent(secret)}&x=1`,
    `https://user:${encodeURIComponent(secret)}@api.example.com/`,
    `Authorization: Bearer ${secret}`,
  ]
}

/** All forms in one text, and one behind so many words that the limits on the length of names, hints and facts cut it in the middle. */
function repeated(secret: string, nth: number): readonly string[] {
  const words = ['a'.repeat(20), 'b'.repeat(45), 'c'.repeat(285), 'd'.repeat(585)][nth % 4]
  return [echoes(secret).join(' '), `${words} ${secret}`]
}

describe('a credential that a provider repeats', { concurrency: 4 }, () => {
  for (const { id } of providers) {
    for (const { name, say } of echoPlaces) {
      it(`in ${name} is nowhere in what ${id}’s driver lets out or logs`, async (t) => {
        const secrets = secretsOf(id)
        for (const text of secrets.flatMap(repeated)) {
          const seen = await everythingSeen(t, id, (_request, response) => say(response, text))
          assert.deepEqual(findLeaks(secrets, seen), [], `echoed as ${text}`)
        }
      })
    }

    it(`and that is cut anywhere is not even half seen at ${id}`, async (t) => {
      const secrets = secretsOf(id)
      for (const secret of secrets) {
        for (let length = 570; length < 600; length += 3) {
          const text = 'e'.repeat(length) + secret
          const seen = await everythingSeen(t, id, (_request, response) =>
            response.writeHead(400, json).end(JSON.stringify(refusal(text))),
          )
          assert.deepEqual(findLeaks(secrets, seen), [])
        }
      }
    })
  }
})

/** Asks everything once of a provider that answers so, and returns outcomes and log. Repetitions do not wait. */
async function everythingSeen(
  t: TestContext,
  id: ProviderId,
  respond: (request: SeenRequest, response: ServerResponse) => void,
): Promise<readonly unknown[]> {
  const closing: (() => Promise<void>)[] = []
  const scope = { after: (close: () => Promise<void>) => void closing.unshift(close) }
  const server = await startLocalServer(scope, (request, response) => {
    if (request.url !== '/oauth2/token') return respond(request, response)
    response.writeHead(200, json).end(JSON.stringify({ access_token: accessToken, expires_in: 3600 }))
    return undefined
  })
  const seen: unknown[] = []
  const { driver, log } = await quickDriver(id, server.origin, seen)
  const calls = Object.values(everyOperation(driver, AbortSignal.any([noCancel(), t.signal])))
  seen.push(...(await Promise.all(calls.map(outcomeOf))), reportOf(log.recent()))
  seen.push(await keptOnDisk(driver, closing))
  await driver.close()
  for (const close of closing) await close()
  return seen
}

/** What a window writes down of the account's numbers, and of those that came and went. */
async function keptOnDisk(driver: ProviderDriver, closing: (() => Promise<void>)[]): Promise<unknown> {
  const scope = { after: (close: () => void) => void closing.unshift(async () => close()) }
  const account = buildAccount()
  const { inventory, upkeep, entries, files, warnings } = upkeepBench(scope, { account, driver })
  inventory.restore(account.id, [buildOwnedNumber('+12025550111')], 1)
  await inventory.refresh(account.id)
  await upkeep.idle()
  return [files(), entries, warnings]
}

/** What a person would send about it. */
function reportOf(log: readonly string[]): string {
  assert.ok(log.length > 0)
  const nothing = { accounts: [], settings: [], surroundings: [], history: '', address: undefined }
  return problemReport({ ...nothing, providerOf: (provider) => provider, log })
}

/** The driver as the product makes it, but for its patience. */
async function quickDriver(id: ProviderId, origin: string, seen: unknown[]) {
  const parts = createLazyParts()
  const redactor = createRedactor()
  const write = (message: string) => void seen.push(message)
  const channel: Log = { debug: write, info: write, warn: write, error: write }
  const log = createLog(channel, redactor, () => new Date())
  const network = await parts.network()
  const pace = { now: Date.now, random: () => 0, wait: async () => {} }
  const quick = {
    ...network,
    createHttpClient: (options: Parameters<typeof network.createHttpClient>[0]) =>
      network.createHttpClient({ ...options, pace }),
  }
  const source = createDriverSource({
    parts: { ...parts, network: async () => quick },
    credentials: { read: async () => undefined, write: async () => {}, delete: async () => {} },
    sandboxCredentials: () => undefined,
    loopbackOnly: () => false,
    networkSettings: () => directSettings,
    redactor,
    log,
  })
  return { log, driver: await source.trial(id, 'account-1', canaries[id], { api: origin, auth: origin }) }
}
