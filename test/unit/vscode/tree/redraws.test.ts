import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createInventory } from '../../../../src/core/inventory.ts'
import type { OwnedNumber } from '../../../../src/core/ownedNumber.ts'
import type { OwnedPage } from '../../../../src/core/providerDriver.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { createArrangement } from '../../../../src/vscode/tree/arrangement.ts'
import { createRedraws } from '../../../../src/vscode/tree/redraws.ts'
import { shownState } from '../../../../src/vscode/tree/shownState.ts'
import { createElementPool, type TreeElement } from '../../../../src/vscode/tree/treeElements.ts'
import { createTreeShape } from '../../../../src/vscode/tree/treeShape.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../../support/builders.ts'
import { listing } from '../../../support/scriptedPages.ts'
import { stubDriver } from '../../../support/stubDriver.ts'

const many = Array.from({ length: 60 }, (_, n) => buildOwnedNumber(`+1312555${String(n).padStart(4, '0')}`))
const pages = (numbers: readonly OwnedNumber[]): OwnedPage[] =>
  [0, 20, 40, 60].map((at) => ({ numbers: structuredClone(numbers.slice(at, at + 20)), unreadable: [] }))
const renamed = many.with(31, { ...many[31], name: 'Support' } as OwnedNumber)

describe('a refresh', () => {
  it('draws nothing again when nothing changed', async () => {
    const view = await shownView(pages(many), pages(many))
    assert.deepEqual(await view.refreshed(), [])
  })

  it('draws the one row of a number that changed, and no other', async () => {
    const view = await shownView(pages(many), pages(renamed))
    assert.deepEqual(await view.refreshed(), [`number/account-1/${many[31]?.number}`])
  })

  it('draws nothing for a changed number in a group that nobody has opened', async () => {
    const view = await shownView(pages(many), pages(renamed))
    view.forgetRows()
    assert.deepEqual(await view.refreshed(), [])
  })

  it('draws the counts and what is below them again when a number came or went', async () => {
    const view = await shownView(pages(many), pages(many.slice(1)), pages(many))
    assert.deepEqual([...new Set(await view.refreshed())], ['provider/testphone'])
    assert.deepEqual([...new Set(await view.refreshed())], ['provider/testphone'])
  })

  it('draws everything when the first number of a provider passes the filter, and when the last does no more', async () => {
    const view = await filteredView(({ name }) => name === 'Support', pages(many), pages(renamed), pages(many))
    assert.deepEqual(await view.refreshed(), ['everything'])
    assert.deepEqual(await view.refreshed(), ['everything'])
  })

  it('draws the problem when a list fails, and takes it away when it comes', async () => {
    const view = await shownView(pages(many), [buildError('network')], pages(many))
    assert.deepEqual([...new Set(await view.refreshed())], ['provider/testphone'])
    assert.ok((await view.refreshed()).length > 0)
  })
})

describe('other changes', () => {
  it('draw nothing when accounts were set again as they are', async () => {
    const view = await shownView(pages(many))
    assert.deepEqual(
      view.during(() => view.inventory.setAccounts([buildAccount()])),
      [],
    )
  })

  it('draw the account’s provider when it was renamed, and everything when a provider came', async () => {
    const view = await shownView(pages(many))
    const rename = () => view.inventory.setAccounts([buildAccount({ label: 'Staging' })])
    assert.deepEqual(view.during(rename), ['provider/testphone'])
    const add = () =>
      view.inventory.setAccounts([buildAccount({ label: 'Staging' }), buildAccount({ id: 'b', provider: 'other' })])
    assert.deepEqual(view.during(add), ['everything'])
  })

  it('draw the row of a number that is being worked on', async () => {
    const view = await shownView(pages(many))
    const number = many[3]?.number
    assert.ok(number)
    const id = `number/account-1/${number}`
    assert.deepEqual(
      view.during(() => void view.inventory.begin('account-1', number, 'releasing')),
      [id],
    )
    assert.deepEqual(
      view.during(() => view.inventory.end('account-1', number)),
      [id],
    )
  })
})

type Answers = readonly (OwnedPage | Error)[][]

/** A view that shows the first answer with its country opened. */
const shownView = (...answers: Answers) => filteredView(() => true, ...answers)

/** The same, with the row of the provider only while one of its numbers passes. */
async function filteredView(passes: (owned: OwnedNumber) => boolean, ...answers: Answers) {
  const driver = stubDriver({ listOwned: listing(...answers) })
  const inventory = createInventory({ now: () => 77, driverFor: async () => ({ kind: 'ready', driver }) })
  inventory.setAccounts([buildAccount()])
  await inventory.refresh('account-1')
  let pool = createElementPool()
  const arrangement = createArrangement({ numbering: createPhoneNumbering(), maxGroupSize: () => 0 })
  const deeds = () => ({ open: [], cancellable: [] })
  const shape = createTreeShape({ inventory, pool, providerIds: [], arrangement, deeds })
  const known = (accountId: string, number: OwnedNumber['number']) => pool.knownNumber(accountId, number)
  const redraws = createRedraws({
    inventory,
    pool: { ...pool, knownNumber: known },
    providersShown: () =>
      shape
        .providersShown()
        .filter((id) =>
          inventory
            .accounts()
            .some(({ account, numbers }) => account.provider === id && (numbers.length === 0 || numbers.some(passes))),
        ),
    stateOf: (provider) =>
      inventory
        .accounts()
        .filter(({ account }) => account.provider === provider)
        .map((entry) => shownState(entry, [], undefined))
        .join(),
  })
  const openAll = (element: TreeElement): void => shape.childrenOf(element).forEach(openAll)
  shape.roots().forEach(openAll)
  redraws.drawn()
  const fired: string[] = []
  inventory.onDidChange((change) => {
    for (const element of redraws.after(change)) fired.push(element?.id ?? 'everything')
  })
  const during = (work: () => void) => {
    fired.length = 0
    work()
    return [...fired]
  }
  return {
    inventory,
    during,
    forgetRows() {
      pool = createElementPool()
    },
    async refreshed() {
      fired.length = 0
      await inventory.refresh('account-1')
      return [...fired]
    },
  }
}
