import assert from 'node:assert/strict'
import type { TestHandle } from '../../src/vscode/product.ts'
import { pick, type Turn } from '../support/scriptedPrompts.ts'
import { startSandbox, type TestSandbox } from '../support/startSandbox.ts'
import { accountRow, run, setSetting, useProduct } from './useProduct.ts'

const closing: (() => Promise<void>)[] = []

describe('accounts in the editor', () => {
  let product: TestHandle
  let sandbox: TestSandbox
  before(async () => {
    product = await useProduct()
    sandbox = await startSandbox({ after: (close) => closing.push(close) })
    await setSetting('endpoints', { plivo: sandbox.provider('plivo').endpoint })
  })
  after(async () => {
    await setSetting('endpoints', undefined)
    for (const close of closing) await close()
  })

  const text = (value: string) => ({ kind: 'input', text: value }) as const
  const credential = (name: string) => sandbox.provider('plivo').credentials[name] ?? ''
  const ownAccounts = () => product.inventory.accounts().filter(({ account }) => !account.sandbox)

  it('stores nothing when a question is left, whichever it is', async () => {
    const answers = [pick('Plivo'), text('Production'), text(credential('authId'))]
    for (let given = 0; given <= answers.length; given += 1) {
      await run(product, 'phoneNumbers.addAccount', [], ...answers.slice(0, given), { kind: 'escape' })
      assert.deepEqual(ownAccounts(), [])
    }
  })

  it('keeps the secret of an account that the provider accepted, and reads it for the next request', async () => {
    const prompts = await run(
      product,
      'phoneNumbers.addAccount',
      [],
      ...[pick('Plivo'), text('Production'), text(credential('authId'))],
      ...[text('not-the-token'), text(credential('authToken'))],
    )
    assert.equal(prompts.inputs.at(-1)?.password, true)
    const [entry] = ownAccounts()
    assert.ok(entry)
    await product.inventory.refresh(entry.account.id)
    assert.equal(product.inventory.account(entry.account.id)?.status.kind, 'complete')
    assert.equal(product.inventory.account(entry.account.id)?.numbers.length, 12)
  })

  it('renames an account and keeps its secret when the box is left empty', async () => {
    const [entry] = ownAccounts()
    assert.ok(entry)
    await run(
      product,
      'phoneNumbers.editAccount',
      [accountRow(entry.account)],
      ...[text('Staging'), text(credential('authId')), text('')],
    )
    assert.equal(ownAccounts()[0]?.account.label, 'Staging')
    await product.inventory.refresh(entry.account.id)
    assert.equal(product.inventory.account(entry.account.id)?.status.kind, 'complete')
  })

  it('keeps the credentials from another address, and forgets what was read at the first one', async () => {
    const [entry] = ownAccounts()
    assert.ok(entry)
    const before = await sandbox.counters('contiguity')
    await setSetting('endpoints', { plivo: sandbox.provider('contiguity').endpoint })
    await product.inventory.refresh(entry.account.id)
    assert.equal(product.inventory.account(entry.account.id)?.status.kind, 'endpointChanged')
    assert.deepEqual(product.inventory.account(entry.account.id)?.numbers, [])
    assert.deepEqual(await sandbox.counters('contiguity'), before)
    await setSetting('endpoints', { plivo: sandbox.provider('plivo').endpoint })
    await product.inventory.refresh(entry.account.id)
    assert.equal(product.inventory.account(entry.account.id)?.status.kind, 'complete')
  })

  it('sends no request that costs money when a question of a rent is left, whichever it is', async () => {
    const [entry] = ownAccounts()
    assert.ok(entry)
    const offer: Turn = { kind: 'pick', choose: (items) => items.find(({ icon }) => icon === 'device-mobile') }
    const answers = [
      pick('United Kingdom'),
      pick('Mobile'),
      { kind: 'pickMany', choose: () => [] } as const,
      text(''),
      offer,
      pick('The account’s default'),
    ]
    for (let given = 0; given < answers.length; given += 1) {
      const leave = { kind: 'escape' } as const
      // What is left after an offer was chosen leads back to the offers.
      const leaving = given > answers.indexOf(offer) ? [leave, leave] : [leave]
      await run(product, 'phoneNumbers.search', [accountRow(entry.account)], ...answers.slice(0, given), ...leaving)
    }
    const disagree = [{ kind: 'confirm', agree: false }, { kind: 'escape' }] as const
    await run(product, 'phoneNumbers.search', [accountRow(entry.account)], ...answers, ...disagree)
    assert.deepEqual((await sandbox.counters('plivo')).money, { rent: 0, release: 0 })
  })

  it('removes an account with its secret, after a question', async () => {
    const [entry] = ownAccounts()
    assert.ok(entry)
    await run(product, 'phoneNumbers.removeAccount', [accountRow(entry.account)], { kind: 'confirm', agree: false })
    assert.equal(ownAccounts().length, 1)
    await run(product, 'phoneNumbers.removeAccount', [accountRow(entry.account)], { kind: 'confirm', agree: true })
    assert.deepEqual(ownAccounts(), [])
  })
})
