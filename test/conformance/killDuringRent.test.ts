import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { isSettled } from '../../src/core/journal.ts'
import type { Offer } from '../../src/core/offer.ts'
import { type ProviderId, providers } from '../../src/providers/registry.ts'
import { type Death, type DeathPlan, deaths, planVariable } from './killing/deathPlan.ts'
import { type NextWindow, openNextWindow } from './killing/nextWindow.ts'
import { type Bench, openBench, pickOffer, type Subject } from './rules/openBench.ts'
import { witnesses } from './rules/witnesses.ts'

const program = join(import.meta.dirname, 'killing/rentAndDie.ts')
/** A lock whose holder was silent for so long is dead. Milliseconds. */
const lockDiesMs = 30_000
/** When the window that found a number held looks again. */
const againMs = 35_000

describe('a window that is killed during a rent', { concurrency: 4 }, () => {
  for (const definition of providers) {
    const subject: Subject = { id: definition.id, definition, witness: witnesses[definition.id] }
    for (const death of deathsAt(subject)) {
      it(`leaves ${definition.label}, journal and list in agreement: ${death.when}`, { timeout: 60_000 }, async (t) => {
        const bench = await openBench(t, subject)
        const offer = await pickOffer(bench, subject)
        const folder = await mkdtemp(join(tmpdir(), 'kill-during-rent-'))
        t.after(() => rm(folder, { recursive: true, force: true }))
        await dieRenting(t, bench, { provider: subject.id, offer, folder }, death)
        await startAgain(t, bench, { provider: subject.id, offer, folder }, death)
      })
    }
  }
})

/** What happens on the disk is the same everywhere; what is asked afterwards is not. */
function deathsAt({ id }: Subject): readonly Death[] {
  return id === 'plivo' ? deaths : deaths.filter(({ point }) => point === 'requestSent' || point === 'answered')
}

interface Rent {
  readonly provider: ProviderId
  readonly offer: Offer
  readonly folder: string
}

/** Rents in a process of its own, which is dead when this resolves. */
async function dieRenting(t: TestContext, bench: Bench, rent: Rent, death: Death): Promise<void> {
  const { endpoint, authEndpoint, credentials } = bench.sandbox.provider(rent.provider)
  const endpoints = { api: endpoint, ...(authEndpoint === undefined ? {} : { auth: authEndpoint }) }
  const plan: DeathPlan = { ...rent, endpoints, credentials, point: death.point }
  if (death.fault !== undefined) await bench.fault('rent', { ...death.fault, times: 1 })
  const child = spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', program], {
    env: { ...process.env, [planVariable]: JSON.stringify(plan) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  t.after(() => void child.kill('SIGKILL'))
  const dead = once(child, 'exit')
  if (death.point === 'requestSent') {
    await Promise.race([until(async () => (await bench.requests('rent')) > 0), dead])
    child.kill('SIGKILL')
  }
  await dead
  assertKilled(child)
  assert.equal(await bench.requests('rent'), death.sent)
}

function assertKilled({ exitCode, signalCode }: ChildProcess): void {
  assert.deepEqual({ exitCode, signalCode }, { exitCode: null, signalCode: 'SIGKILL' }, 'it did not die as planned')
}

async function startAgain(t: TestContext, bench: Bench, { provider, offer, folder }: Rent, death: Death) {
  const window = openNextWindow(t, bench.driver, provider, folder)
  await window.inventory.refresh(window.account.id)
  assert.equal(await recordedOf(window, offer), death.recorded)
  assert.equal((await window.rent(offer)).kind, 'alreadyUnderWay', 'the lock of the dead window was ignored')
  assert.equal(await bench.requests('rent'), death.sent, 'a second request left while the first may be under way')

  if (death.rented) await until(async () => (await bench.held()).includes(offer.number))
  if (death.recorded === 'open') await window.waits()
  window.pass(againMs)
  await window.settled()
  await window.inventory.refresh(window.account.id)
  assert.equal(await bench.requests('rent'), death.sent)
  const shown = window.inventory.account(window.account.id)?.numbers.map(({ number }) => number)
  assert.deepEqual(shown?.toSorted(), await bench.held(), 'a number was lost or doubled')
  assert.equal((await bench.held()).includes(offer.number), death.rented)
  if (death.recorded !== 'nothing') assert.equal(await recordedOf(window, offer), death.rented ? 'done' : 'refused')

  window.pass(lockDiesMs)
  const second = await window.rent(offer)
  assert.equal(second.kind, death.rented ? 'alreadyOwned' : 'rented')
  assert.equal(await bench.requests('rent'), death.rented ? death.sent : death.sent + 1)
  assert.ok((await bench.held()).includes(offer.number))
  assert.equal(await recordedOf(window, offer), 'done', 'a torn line hides what came after it')
}

/** What the journal says of the last rent of the number. */
async function recordedOf({ records }: NextWindow, { number }: Offer): Promise<string> {
  const deed = (await records.load()).findLast(({ intent }) => intent.number === number)
  if (deed === undefined) return 'nothing'
  return isSettled(deed) ? (deed.ending?.outcome ?? 'open') : 'open'
}

/** Looks now and then, because the sandbox tells nobody. The test's own limit ends it. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(20)
}
