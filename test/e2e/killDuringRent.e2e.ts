import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { E164 } from '../../src/core/phoneNumber.ts'
import { createPhoneNumbering } from '../../src/numbering/phoneFormat.ts'
import type { Fault } from '../../src/sandbox/faults.ts'
import { connectDriver } from '../support/connectDriver.ts'
import { noCancel } from '../support/sandboxDriver.ts'
import { addAccount, plivoAnswers } from './addingAccounts.ts'
import { ageLocks, recordedDeeds } from './ownRecords.ts'
import { savedAccounts } from './storedState.ts'
import { askForTyped, rentTyped, type TypedRent } from './typedRent.ts'
import { useEditor } from './useEditor.ts'
import { endpointsSetting, useSandbox } from './useSandbox.ts'

/** Longer than a lock outlives its window and the number is then looked at again. Milliseconds. */
const limitMs = 75_000
const { format } = createPhoneNumbering()

type Provider = 'plivo' | 'tryvox'

describe('an extension host that is killed during a rent', () => {
  const sandbox = useSandbox({ realTime: true })
  const editor = useEditor(() => ({ extraSettings: endpointsSetting(sandbox()) }))
  const free: Record<Provider, E164[]> = { plivo: [], tryvox: [] }
  const closing: (() => Promise<void>)[] = []

  before(async () => {
    for (const provider of ['plivo', 'tryvox'] as const) {
      const driver = connectDriver({ after: (close) => closing.push(close) }, sandbox(), provider)
      const { offers } = await driver.searchOffers({ country: 'CA', capabilities: [] }, noCancel())
      free[provider].push(...offers.filter(({ requirements }) => requirements.length === 0).map(({ number }) => number))
    }
    await addAccount(editor(), 'Plivo', 'Trunk', plivoAnswers(sandbox().provider('plivo').credentials))
    const { accountId = '', apiKey = '' } = sandbox().provider('tryvox').credentials
    await addAccount(editor(), 'TryVox', 'Desk', [
      { placeholder: 'The ID of the account', value: accountId },
      { placeholder: 'tvx_sk_live_', value: apiKey },
    ])
    await editor().openView()
    await editor().tree.row(/^PlivoTrunk · 12 numbers/)
    await savedAccounts(editor(), 2)
  })
  after(async () => {
    for (const close of closing) await close()
  })
  beforeEach(async () => {
    await sandbox().clearFaults()
    await sandbox().resetCounters()
  })

  const take = (provider: Provider): TypedRent => {
    const number = free[provider].shift()
    assert.ok(number !== undefined, 'the sandbox has no more offers')
    return provider === 'plivo'
      ? { account: 'Trunk', number, option: 'The account’s default' }
      : { account: 'Desk', number }
  }
  const requests = async (provider: Provider, route: string) => (await sandbox().counters(provider)).routes[route] ?? 0
  const owns = async (provider: Provider, number: string) =>
    JSON.stringify((await sandbox().world<{ owned: unknown }>(provider)).owned).includes(number)

  /** Rents while something goes wrong, and kills the host when the provider has the request of this route. */
  const dieRenting = async (rent: TypedRent, fault: Fault) => {
    await sandbox().fault(fault)
    await rentTyped(editor(), rent)
    const { provider, route } = fault
    await until(async () => ((await sandbox().counters(provider)).routes[route] ?? 0) > 0)
    await editor().killExtensionHost()
    await sandbox().clearFaults()
  }
  const startAgain = async () => {
    await editor().reload()
    await editor().openView()
    await editor().tree.row(/^TryVox/)
  }
  const openRow = (number: string) => `${format(asE164(number))}outcome unknown`
  const rowsOf = async (number: string) =>
    (await editor().tree.visibleRows()).filter((row) => row.startsWith(format(asE164(number))))
  const lastOutcome = async (number: string) =>
    (await recordedDeeds(editor())).findLast(({ intent }) => intent.number === number)?.ending?.outcome
  /** Opens the country of all these numbers at one provider; everything else is closed. */
  const showCanada = async (provider: 'Plivo' | 'TryVox') => {
    await editor().page().getByRole('button', { name: 'Collapse All' }).click()
    await editor().tree.expand(new RegExp(`^${provider}`))
    await editor().tree.expand(/^Canada/)
  }

  it('before the provider did anything: the row is open, nothing is sent twice, and it settles by itself', async () => {
    const rent = take('tryvox')
    await dieRenting(rent, { provider: 'tryvox', route: 'rent', kind: 'hang' })
    await startAgain()
    const row = await editor().tree.row(openRow(rent.number))
    await editor().screenshot('killed-outcome-unknown')
    await row.click()
    await editor().notification(/is being worked on in another window, or was until a moment ago/)
    await rentTyped(editor(), rent)
    await editor().notification(/is being worked on already, perhaps in another window. Nothing was sent./)
    await editor().screenshot('killed-second-rent')
    assert.equal(await requests('tryvox', 'rent'), 1)
    await until(async () => (await lastOutcome(rent.number)) !== undefined)
    assert.equal(await lastOutcome(rent.number), 'refused')
    await editor().tree.gone(openRow(rent.number))
    assert.equal(await owns('tryvox', rent.number), false)
    assert.deepEqual(await rowsOf(rent.number), [])
    assert.equal(await requests('tryvox', 'rent'), 1)
    await rentTyped(editor(), rent)
    await editor().tree.row(new RegExp(`^${escaped(rent.number)}local`))
    assert.equal(await requests('tryvox', 'rent'), 2)
  })

  it('after the provider rented: the number is in the list once, and one look settles it', async () => {
    const rent = take('plivo')
    await dieRenting(rent, { provider: 'plivo', route: 'rent', kind: 'hang', afterWork: true })
    await startAgain()
    await editor().tree.row(openRow(rent.number))
    assert.equal(ageLocks(editor()), 1)
    await editor().runCommand('Phone Numbers: Refresh')
    await editor().tree.gone(openRow(rent.number))
    assert.equal(await lastOutcome(rent.number), 'done')
    assert.equal(await owns('plivo', rent.number), true)
    await showCanada('Plivo')
    await editor().tree.row(new RegExp(`^${escaped(rent.number)}`))
    assert.equal((await rowsOf(rent.number)).length, 1)
    assert.equal(await requests('plivo', 'rent'), 1)
  })

  it('before a slow provider rented: asked afterwards, it says that the number is there', async () => {
    const rent = take('tryvox')
    await dieRenting(rent, { provider: 'tryvox', route: 'rent', kind: 'delay', ms: 3_000 })
    await startAgain()
    const row = await editor().tree.row(openRow(rent.number))
    await until(() => owns('tryvox', rent.number))
    assert.equal(ageLocks(editor()), 1)
    await row.click()
    await editor().notification(/was rented: TryVox says that “Desk” owns it/)
    assert.equal(await lastOutcome(rent.number), 'done')
    await editor().tree.row(new RegExp(`^${escaped(rent.number)}local`))
    assert.equal((await rowsOf(rent.number)).length, 1)
    assert.equal(await requests('tryvox', 'rent'), 1)
  })

  it('after the answer, before its ending is on disk: the number is there, and the record says so in the end', async () => {
    const rent = take('tryvox')
    await dieRenting(rent, { provider: 'tryvox', route: 'getOwned', kind: 'hang', times: 0 })
    assert.equal(await lastOutcome(rent.number), undefined)
    await startAgain()
    await editor().tree.row(openRow(rent.number))
    assert.equal(ageLocks(editor()), 1)
    await editor().runCommand('Phone Numbers: Refresh')
    await editor().tree.gone(openRow(rent.number))
    assert.equal(await lastOutcome(rent.number), 'done')
    await showCanada('TryVox')
    await editor().tree.row(new RegExp(`^${escaped(rent.number)}`))
    assert.equal((await rowsOf(rent.number)).length, 1)
    assert.equal(await requests('tryvox', 'rent'), 1)
  })

  it('after the ending: nothing is open, and a second rent is told that the number is owned', async () => {
    const rent = take('plivo')
    await rentTyped(editor(), rent)
    await until(async () => (await lastOutcome(rent.number)) === 'done')
    await editor().killExtensionHost()
    await startAgain()
    await showCanada('Plivo')
    await editor().tree.row(new RegExp(`^${escaped(rent.number)}`))
    assert.deepEqual(
      (await editor().tree.visibleRows()).filter((row) => row.includes('outcome unknown')),
      [],
    )
    await askForTyped(editor(), { account: rent.account, number: rent.number })
    await editor().notification(/is already yours at Plivo with “Trunk”, so nothing more was rented/)
    assert.equal(await requests('plivo', 'rent'), 1)
  })
})

function escaped(number: string): string {
  return format(asE164(number)).replace('+', '\\+')
}

function asE164(number: string): E164 {
  return number as E164
}

/** Looks now and then, because neither the sandbox nor the file tells anybody. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + limitMs
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, 'it did not happen')
    await wait(50)
  }
}
