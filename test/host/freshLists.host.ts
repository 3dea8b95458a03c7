import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from 'vscode'
import type { Account } from '../../src/core/account.ts'
import type { TestHandle } from '../../src/vscode/product.ts'
import { pick } from '../support/scriptedPrompts.ts'
import { startSandbox, type TestSandbox } from '../support/startSandbox.ts'
import { accountRow, numberRow, releasable, run, setSetting, useProduct } from './useProduct.ts'

const closing: (() => Promise<void>)[] = []

describe('lists in the view', () => {
  let product: TestHandle
  let sandbox: TestSandbox
  let account: Account
  before(async () => {
    product = await useProduct()
    sandbox = await startSandbox({ after: (close) => closing.push(close) })
    await setSetting('endpoints', { plivo: sandbox.provider('plivo').endpoint })
    const { authId = '', authToken = '' } = sandbox.provider('plivo').credentials
    const answers = ['Production', authId, authToken].map((text) => ({ kind: 'input', text }) as const)
    await run(product, 'phoneNumbers.addAccount', [], pick('Plivo'), ...answers)
    const entry = product.inventory.accounts().find((one) => !one.account.sandbox)
    assert.ok(entry)
    account = entry.account
    await commands.executeCommand('phoneNumbers.owned.focus')
    await until(() => product.inventory.account(account.id)?.status.kind === 'complete')
  })
  after(async () => {
    await setSetting('endpoints', undefined)
    for (const close of closing) await close()
  })

  /** Resolves when the inventory or the records say so. */
  const until = async (isSo: () => boolean) => {
    const changes = new EventEmitter()
    const stops = [product.inventory, product.records].map((one) => one.onDidChange(() => changes.emit('change')))
    while (!isSo()) await once(changes, 'change')
    for (const stop of stops) stop()
  }
  /** Resolves when the view is visible, or is not. */
  const seen = async (visible: boolean) => {
    const changes = new EventEmitter()
    const listening = product.tree.view.onDidChangeVisibility(() => changes.emit('change'))
    while (product.tree.view.visible !== visible) await once(changes, 'change')
    listening.dispose()
  }
  const redrawsOf = async (work: () => Promise<void>): Promise<string[]> => {
    const redraws: string[] = []
    const listening = product.tree.onDidRedraw?.((row) => {
      redraws.push(row && !Array.isArray(row) ? row.id : 'everything')
    })
    await work()
    listening?.dispose()
    return redraws
  }
  /** As another program of the same account would. */
  const rename = async (number: string, alias: string) => {
    const { endpoint, credentials } = sandbox.provider('plivo')
    const { authId = '', authToken = '' } = credentials
    const answer = await fetch(`${endpoint}/v1/Account/${authId}/Number/${number.slice(1)}/`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${authId}:${authToken}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ alias }),
    })
    assert.ok(answer.ok, `${answer.status}`)
  }
  const refresh = () => product.inventory.refresh(account.id)
  const entry = () => product.inventory.account(account.id)
  /** Not the first: every sandbox has the same numbers, and other tests look for theirs in the same history. */
  const shown = () => releasable(product, account.id).at(-1)

  it('are not drawn again by a refresh that finds nothing new', async () => {
    const owned = shown()
    assert.ok(owned)
    await product.tree.reveal(account.id, owned.number)
    assert.deepEqual(await redrawsOf(refresh), [])
  })

  it('draw the one row again whose number changed', async () => {
    const owned = shown()
    assert.ok(owned)
    await rename(owned.number, 'Renamed elsewhere')
    assert.deepEqual(await redrawsOf(refresh), [`number/${account.id}/${owned.number}`])
  })

  it('are shown from disk before the provider is asked, and stay while it does not answer', async () => {
    await product.upkeep.idle()
    const numbers = entry()?.numbers.length ?? 0
    await sandbox.resetCounters()
    await sandbox.fault({ provider: 'plivo', route: 'listOwned', kind: 'hang', times: 0 })
    const asked: boolean[] = []
    const stop = product.inventory.onDidChange(() => {
      if (entry()?.status.kind === 'remembered') asked.push(entry()?.refreshing ?? true)
    })
    product.inventory.forget(account.id)
    await until(() => entry()?.status.kind === 'remembered')
    stop()
    assert.equal(entry()?.numbers.length, numbers)
    assert.equal(asked[0], false, 'the provider was asked before')
    await sandbox.clearFaults()
    product.inventory.forget(account.id)
    await until(() => entry()?.status.kind === 'complete')
  })

  it('are asked for again when somebody comes back to the view and they are too old, and not while it is hidden', async () => {
    const numbers = entry()?.numbers ?? []
    const backAfter = async (minutes: number) => {
      await commands.executeCommand('workbench.view.explorer')
      await seen(false)
      await sandbox.resetCounters()
      product.inventory.forget(account.id)
      product.inventory.restore(account.id, numbers, Date.now() - minutes * 60_000)
      assert.equal((await sandbox.counters('plivo')).total, 0)
      await commands.executeCommand('phoneNumbers.owned.focus')
      await seen(true)
    }
    await backAfter(14)
    assert.equal(entry()?.status.kind, 'remembered')
    await backAfter(16)
    await until(() => entry()?.status.kind === 'complete')
    assert.equal((await sandbox.counters('plivo')).routes['listOwned'], 1)
  })

  it('tell what came and went without us, in the view and in the history, until somebody has looked', async () => {
    const lost = shown()
    assert.ok(lost)
    const rented = ['+14155550188', '+14155550189']
    for (const number of rented) await sandbox.act('plivo', { own: number })
    await sandbox.act('plivo', { lose: lost.number })
    const before = product.records.sightings().length
    await refresh()
    await until(() => product.records.sightings().length > before)
    assert.equal(product.tree.view.message, '2 new, 1 gone, changed outside this editor')
    const { appeared, vanished } = product.records.sightings().at(-1) ?? {}
    assert.deepEqual([[...(appeared ?? [])].sort(), vanished], [rented, [lost.number]])
    await run(product, 'phoneNumbers.refresh', [])
    assert.equal(product.tree.view.message, undefined)
  })

  it('say nothing of what was released from here', async () => {
    const owned = shown()
    assert.ok(owned)
    const before = product.records.sightings().length
    await run(product, 'phoneNumbers.release', [numberRow(owned)], { kind: 'confirm', agree: true }, { kind: 'notify' })
    await refresh()
    assert.equal(product.inventory.find(account.id, owned.number), undefined)
    assert.equal(product.tree.view.message, undefined)
    assert.equal(product.records.sightings().length, before)
  })

  it('are split into groups that are not larger than the setting', async () => {
    const owned = shown()
    assert.ok(owned)
    const redrawn = await redrawsOf(() => setSetting('tree.maxGroupSize', 1))
    assert.ok(redrawn.includes('everything'))
    const row = {
      kind: 'number',
      id: `number/${account.id}/${owned.number}`,
      accountId: account.id,
      number: owned.number,
    } as const
    assert.equal(product.tree.parentOf(row)?.kind, 'prefix')
    await setSetting('tree.maxGroupSize', undefined)
    assert.equal(product.tree.parentOf(row)?.kind, 'country')
  })

  it('leave nothing on disk when their account is removed', async () => {
    const file = join(product.context.globalStorageUri.fsPath, 'inventory', `${account.id}.jsonl`)
    await product.upkeep.idle()
    assert.ok(existsSync(file))
    const other = product.inventory.accounts().length
    await run(product, 'phoneNumbers.removeAccount', [accountRow(account)], { kind: 'confirm', agree: true })
    await product.upkeep.idle()
    assert.ok(!existsSync(file))
    assert.equal(product.inventory.accounts().length, other - 1)
  })
})
