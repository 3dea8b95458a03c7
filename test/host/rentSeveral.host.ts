import assert from 'node:assert/strict'
import type { Offer } from '../../src/core/offer.ts'
import type { TestHandle } from '../../src/vscode/product.ts'
import type { PickItem } from '../../src/vscode/prompts/prompts.ts'
import { pick, type Turn } from '../support/scriptedPrompts.ts'
import { accountRow, loadedAccount, run, setSetting, useProduct } from './useProduct.ts'

const several = 'Choose several…'

describe('renting several numbers', () => {
  let product: TestHandle
  before(async () => {
    product = await useProduct()
    await product.sandbox.start()
  })
  after(async () => {
    await setSetting('spending.maxMonthlyPerRental', undefined)
    await product.sandbox.stop()
  })

  const offersIn = (items: readonly PickItem<unknown>[], provider: string) =>
    items.filter(({ group, value }) => group?.startsWith(provider) && (value as Offer)?.requirements?.length === 0)
  const numberOf = (item: PickItem<unknown>) => (item.value as Offer).number
  const country = pick('United States')
  const allAccounts: Turn = { kind: 'pickMany', choose: (items) => items.filter(({ picked }) => picked) }
  const anyNumber: readonly Turn[] = [
    pick('Any type'),
    { kind: 'pickMany', choose: () => [] },
    { kind: 'input', text: '' },
  ]

  it('rents those with a check box after one question, with each provider’s options asked once', async () => {
    const plivo = await loadedAccount(product, 'plivo')
    const contiguity = await loadedAccount(product, 'contiguity')
    let chosen: readonly PickItem<unknown>[] = []
    const choose = (items: readonly PickItem<unknown>[]) => {
      chosen = [...offersIn(items, 'Plivo').slice(0, 2), ...offersIn(items, 'Contiguity').slice(0, 1)]
      return chosen
    }
    const prompts = await run(
      product,
      'phoneNumbers.search',
      [],
      ...[country, allAccounts, ...anyNumber, pick('Sort by…'), pick('Provider')],
      ...[pick(several), { kind: 'pickMany', choose } as const],
      ...[pick('The account’s default'), pick('Monthly')],
      ...[{ kind: 'confirm', agree: true } as const, { kind: 'notify' } as const],
    )
    assert.equal(chosen.length, 3)
    const [question] = prompts.confirmed
    assert.equal(question?.title, 'Rent 3 numbers?')
    for (const { label } of chosen) assert.ok(question?.detail.includes(label), label)
    assert.match(question?.detail ?? '', /^Price together: USD \d+\.\d\d per month/m)
    assert.match(question?.detail ?? '', /^Set-up together: USD /m)
    const [notice] = prompts.notices
    assert.match(notice?.message ?? '', /^Rented 3 of 3: /)
    assert.equal(notice?.severity, 'information')
    const owned = chosen.map((item) => {
      const accountId = (item.value as Offer).accountId
      assert.ok([plivo.id, contiguity.id].includes(accountId))
      return product.inventory.find(accountId, (item.value as Offer).number)
    })
    assert.ok(owned.every((one) => one !== undefined))
    for (const { label } of chosen) assert.ok(notice?.message.includes(label))
  })

  it('keeps the boxes when going back and forth, and does not search again', async () => {
    const account = await loadedAccount(product, 'tryvox')
    let first: readonly PickItem<unknown>[] = []
    let again: readonly PickItem<unknown>[] = []
    const checkTwo = (items: readonly PickItem<unknown>[]) => {
      first = items
      return items.filter(({ value }) => value !== undefined).slice(1, 3)
    }
    const keepWhatIsChecked = (items: readonly PickItem<unknown>[]) => {
      again = items
      return items.filter(({ picked }) => picked)
    }
    const prompts = await run(
      product,
      'phoneNumbers.search',
      [accountRow(account)],
      country,
      ...anyNumber,
      pick(several),
      { kind: 'pickMany', choose: checkTwo, thenBack: true },
      pick(several),
      { kind: 'pickMany', choose: keepWhatIsChecked },
      { kind: 'confirm', agree: false },
      { kind: 'escape' },
    )
    assert.ok(first.length > 2)
    // The same objects: the answers of the one search.
    assert.ok(again.every(({ value }, index) => value === first[index]?.value))
    assert.equal(prompts.confirmed[0]?.title, 'Rent 2 numbers from TryVox?')
    for (const { label } of first.slice(1, 3)) assert.ok(prompts.confirmed[0]?.detail.includes(label))
  })

  it('does nothing when the question is left', async () => {
    const account = await loadedAccount(product, 'tryvox')
    const before = product.inventory.account(account.id)?.numbers.length
    let chosen: readonly PickItem<unknown>[] = []
    await run(
      product,
      'phoneNumbers.search',
      [accountRow(account)],
      country,
      ...anyNumber,
      pick(several),
      { kind: 'pickMany', choose: (items) => (chosen = items.filter(({ value }) => value !== undefined).slice(0, 2)) },
      { kind: 'confirm', agree: false },
      { kind: 'escape' },
    )
    for (const item of chosen) assert.equal(product.inventory.find(account.id, numberOf(item)), undefined)
    assert.equal(product.inventory.account(account.id)?.numbers.length, before)
  })

  it('leaves out what is above the person’s limit, and rents nothing when nothing is left', async () => {
    await setSetting('spending.maxMonthlyPerRental', { USD: '0.01' })
    const account = await loadedAccount(product, 'tryvox')
    const prompts = await run(
      product,
      'phoneNumbers.search',
      [accountRow(account)],
      country,
      ...anyNumber,
      pick(several),
      { kind: 'pickMany', choose: (items) => items.filter(({ value }) => value !== undefined).slice(0, 2) },
      { kind: 'notify' },
      { kind: 'escape' },
    )
    assert.equal(prompts.confirmed.length, 0)
    assert.match(prompts.notices[0]?.message ?? '', /^Nothing was rented\. .*above your limit/)
  })
})
