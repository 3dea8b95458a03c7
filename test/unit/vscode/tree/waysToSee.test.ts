import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { noFilter } from '../../../../src/core/numberFilter.ts'
import type { OwnedNumber } from '../../../../src/core/ownedNumber.ts'
import { recurringPrice } from '../../../../src/core/price.ts'
import {
  type Grouping,
  groupings,
  pinKey,
  plainView,
  sortings,
  type ViewChoice,
} from '../../../../src/core/viewChoice.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import type { TreeElement } from '../../../../src/vscode/tree/treeElements.ts'
import type { TreeShape } from '../../../../src/vscode/tree/treeShape.ts'
import { buildError, buildOwnedNumber } from '../../../support/builders.ts'
import { shownTree } from '../../../support/shownTree.ts'

const numbering = createPhoneNumbering()
const number = fc
  .record({
    digits: fc.nat(999).map((index) => `+1312555${String(index).padStart(4, '0')}`),
    country: fc.constantFrom('US', 'CA'),
    capabilities: fc.constantFrom([], ['sms'], ['voice', 'sms'], ['sms', 'voice']),
    routing: fc.constantFrom('', 'app ivr', 'trunk 1'),
    name: fc.constantFrom('Support', 'Sales'),
    price: fc.constantFrom(recurringPrice('1', 'USD'), recurringPrice('2', 'EUR')),
  })
  .map(({ digits, ...differences }) => ({ digits, differences }))
const numbers = fc.uniqueArray(number, { selector: ({ digits }) => digits, maxLength: 60 })
const own = (id: string, list: readonly { digits: string; differences: Partial<OwnedNumber> }[]) =>
  list.map(({ digits, differences }) => buildOwnedNumber(digits, { accountId: id, ...differences }))

function everyRow(shape: TreeShape): TreeElement[] {
  const below = (row: TreeElement): TreeElement[] => [row, ...shape.childrenOf(row).flatMap(below)]
  return shape.roots().flatMap(below)
}

const numberRows = (rows: readonly TreeElement[]) => rows.flatMap((row) => (row.kind === 'number' ? [row] : []))

describe('every way to see the numbers', () => {
  it('has each number once, below the row that says to be above it', async () => {
    const ways = fc.record({
      a: numbers,
      b: numbers,
      grouping: fc.constantFrom(...groupings),
      sorting: fc.constantFrom(...sortings),
      maxGroupSize: fc.constantFrom(0, 5),
    })
    await fc.assert(
      fc.asyncProperty(ways, async ({ a, b, grouping, sorting, maxGroupSize }) => {
        const choice = { ...plainView, grouping, sorting }
        const accounts = { a: own('a', a), b: own('b', b) }
        const { shape } = await shownTree({ accounts, choice: () => choice, numbering, maxGroupSize })
        const rows = everyRow(shape)
        assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
        const keys = numberRows(rows).map((row) => pinKey(row.accountId, row.number))
        const owned = Object.values(accounts).flat()
        assert.deepEqual(keys.sort(), owned.map((one) => pinKey(one.accountId, one.number)).sort())
        for (const row of rows) for (const child of shape.childrenOf(row)) assert.equal(shape.parentOf(child), row)
      }),
      { numRuns: 60 },
    )
  })

  for (const grouping of groupings) {
    it(`shows a list that failed and nothing that the filter hides: ${grouping}`, async () => {
      const choice: ViewChoice = { ...plainView, grouping, filter: { ...noFilter, text: 'support' } }
      const shown = buildOwnedNumber('+13125550101', { accountId: 'a', name: 'Support' })
      const hidden = buildOwnedNumber('+13125550102', { accountId: 'b', name: 'Sales' })
      const accounts = { a: [shown, { ...hidden, accountId: 'a' }], b: [hidden], c: buildError('network') }
      const { shape } = await shownTree({ accounts, choice: () => choice, numbering })
      const rows = everyRow(shape)
      assert.deepEqual(
        numberRows(rows).map((row) => pinKey(row.accountId, row.number)),
        ['a +13125550101'],
      )
      assert.deepEqual(
        rows.flatMap((row) => (row.kind === 'notice' ? [`${row.accountId} ${row.notice}`] : [])),
        ['c failed'],
      )
      assert.ok(!rows.some((row) => row.kind === 'provider' && row.provider === 'at-b'))
    })
  }

  for (const grouping of groupings) {
    it(`calls no account empty whose numbers are hidden, but has the one row that clears the filter: ${grouping}`, async () => {
      const choice = { ...plainView, grouping, filter: { ...noFilter, text: 'nothing has this' } }
      const accounts = { a: [buildOwnedNumber(undefined, { accountId: 'a' })] }
      const { shape } = await shownTree({ accounts, choice: () => choice, numbering })
      assert.deepEqual(
        everyRow(shape).map(({ kind }) => kind),
        ['nothingPasses'],
      )
    })
  }

  it('has no row at all without an account, so that the welcome is shown', async () => {
    const choice = { ...plainView, filter: { ...noFilter, text: 'nothing has this' } }
    const { shape } = await shownTree({ accounts: {}, choice: () => choice, numbering })
    assert.deepEqual(shape.roots(), [])
  })

  it('has pinned numbers on top too, and forgets those that are gone', async () => {
    const owned = buildOwnedNumber('+13125550101', { accountId: 'a' })
    let choice: ViewChoice = { ...plainView, pins: ['a +13125550101', 'a +13125550199', 'x y', ''] }
    const { shape, inventory } = await shownTree({ accounts: { a: [owned] }, choice: () => choice, numbering })
    const [pins] = shape.roots()
    assert.ok(pins?.kind === 'pins')
    assert.deepEqual(
      numberRows(shape.childrenOf(pins)).map((row) => row.number),
      ['+13125550101'],
    )
    inventory.remove('a', owned.number)
    assert.ok(shape.roots().every(({ kind }) => kind !== 'pins'))
    choice = plainView
    assert.ok(shape.roots().every(({ kind }) => kind !== 'pins'))
  })
})

describe('the words of groups', () => {
  it('stand in their order, what is not known last', async () => {
    const rowsBy = async (grouping: Grouping) => {
      const list = [
        { capabilities: ['voice'], routing: 'trunk 1' },
        { capabilities: [] },
        { capabilities: ['voice', 'sms'], routing: 'app ivr' },
      ].map((differences, index) => buildOwnedNumber(`+1312555010${index}`, { accountId: 'a', ...differences }))
      const { shape } = await shownTree({
        accounts: { a: list },
        choice: () => ({ ...plainView, grouping }),
        numbering,
      })
      return shape.roots().map((row) => (row.kind === 'group' ? row.key : row.kind))
    }
    assert.deepEqual(await rowsBy('capability'), ['SMS, voice', 'voice', ''])
    assert.deepEqual(await rowsBy('assignment'), ['app ivr', 'trunk 1', ''])
    assert.deepEqual(await rowsBy('country'), ['US'])
  })
})
