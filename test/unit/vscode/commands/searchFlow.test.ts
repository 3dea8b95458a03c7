import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Offer } from '../../../../src/core/offer.ts'
import type { PickItem } from '../../../../src/vscode/prompts/prompts.ts'
import { buildError, buildOffer } from '../../../support/builders.ts'
import { pick, type Turn } from '../../../support/scriptedPrompts.ts'
import { anything, leave, look, run, usa } from './searchScript.ts'
import { offering, production, type SearchWorld } from './searchTools.ts'

const tryvox = production('account-1', 'tryvox')
const all: Turn = { kind: 'pickMany', choose: (items) => items.filter(({ picked }) => picked) }
const firstBox: Turn = { kind: 'pickMany', choose: (items) => items.slice(0, 1) }

describe('a search across accounts', () => {
  const plivo = production('account-2', 'plivo')
  const offersOf = (accountId: string, number: string) => offering(buildOffer(number, { accountId }))

  it('asks once, preselects all accounts, and compares their prices in one list', async () => {
    const first = offersOf('account-1', '+13125550101')
    const second = offersOf('account-2', '+13125550102')
    const world = {
      accounts: [tryvox, plivo],
      drivers: { 'account-1': first.driver, 'account-2': second.driver },
    }
    let groups: ReadonlySet<string | undefined> = new Set()
    let sources: readonly (string | undefined)[] = []
    const see = (items: readonly PickItem<unknown>[]) => {
      const offers = items.filter(({ value }) => isOffer(value))
      groups = new Set(offers.map(({ group }) => group))
      sources = offers.map(({ detail }) => detail?.split(' · local')[0])
    }
    await run(
      world,
      undefined,
      usa,
      all,
      ...anything,
      look(see, (label) => label.endsWith('0102')),
      leave,
      leave,
    )
    assert.deepEqual([...groups], ['USD, cheapest per month first'])
    assert.deepEqual(sources, ['Plivo · Production', 'TryVox · Production'])
  })

  it('asks only the accounts that stay chosen', async () => {
    const first = offersOf('account-1', '+13125550101')
    const second = offersOf('account-2', '+13125550102')
    const world = { accounts: [tryvox, plivo], drivers: { 'account-1': first.driver, 'account-2': second.driver } }
    await run(world, undefined, usa, firstBox, ...anything, leave)
    assert.deepEqual([first.seen.searches, second.seen.searches], [1, 0])
  })

  it('shows a failure as a line, which asks that account again when it is chosen', async () => {
    const first = offersOf('account-1', '+13125550101')
    const second = offersOf('account-2', '+13125550102')
    let times = 0
    const failing: typeof second.driver = {
      ...second.driver,
      async searchOffers(...asked) {
        times += 1
        if (times === 1) throw buildError('timeout')
        const { searchOffers } = second.driver
        assert.ok(searchOffers)
        return await searchOffers(...asked)
      },
    }
    const world = { accounts: [tryvox, plivo], drivers: { 'account-1': first.driver, 'account-2': failing } }
    await run(
      world,
      undefined,
      ...[usa, all, ...anything, pick('Plivo · Production: no answer in time. Try again')],
      ...[pick('+1 312 555 0102'), leave, leave],
    )
    assert.equal(first.seen.searches, 1)
    assert.equal(times, 2)
  })

  it('goes on with the next results of one account', async () => {
    const first = offersOf('account-1', '+13125550101')
    const searchOffers = async ({ from }: { readonly from?: string }) => ({
      offers: [buildOffer(from === undefined ? '+13125550101' : '+13125550109')],
      more: from === undefined,
      unreadable: 0,
      ...(from === undefined ? { next: '2' } : {}),
    })
    const world = { accounts: [tryvox], drivers: { 'account-1': { ...first.driver, searchOffers } } }
    await run(
      world,
      undefined,
      ...[usa, ...anything, pick('TryVox · Production: more results'), pick('+1 312 555 0109')],
      ...[{ kind: 'confirm', agree: false } as const, leave],
    )
  })
})

describe('the question for digits', () => {
  it('remarks on a zero that is dialled inside the country only, and takes the digits all the same', async () => {
    const { driver, seen } = offering(buildOffer('+13125550101'))
    const world: SearchWorld = { accounts: [tryvox], drivers: { 'account-1': driver } }
    const prompts = await run(world, undefined, pick('Germany'), ...anything, leave)
    const [digits] = prompts.inputs
    assert.match(digits?.remark?.('030') ?? '', /^The 0 in front is only dialled inside the country\./)
    assert.equal(await digits?.validate?.('030', AbortSignal.abort()), undefined)
    assert.equal(seen.searches, 1)
  })
})

describe('a search that was made before', () => {
  it('is the first choice of the next one and needs no further question', async () => {
    const { driver, seen } = offering(buildOffer('+13125550101'))
    const world: SearchWorld = { accounts: [tryvox], drivers: { 'account-1': driver } }
    await run(world, undefined, ...[usa, pick('Local'), firstBox], ...[{ kind: 'input', text: '312' } as const, leave])
    await run(world, undefined, pick('Last search: United States · local · SMS · starts with 312'), leave)
    assert.equal(seen.searches, 2)
  })

  it('shows its answers again to a person who goes back', async () => {
    const { driver } = offering(buildOffer('+13125550101'))
    const world: SearchWorld = { accounts: [tryvox], drivers: { 'account-1': driver } }
    const back: Turn = { kind: 'back' }
    const prompts = await run(
      world,
      undefined,
      ...[
        usa,
        pick('Any type'),
        { kind: 'pickMany', choose: () => [] } as const,
        { kind: 'input', text: '*0142' } as const,
      ],
      ...[back, leave],
    )
    assert.equal(prompts.inputs.at(-1)?.value, '*0142')
  })
})

describe('a search from a row', () => {
  it('names provider, account and country in every title', async () => {
    const { driver } = offering(buildOffer('+13125550101'))
    const world: SearchWorld = {
      accounts: [tryvox, production('account-2', 'plivo')],
      drivers: { 'account-1': driver },
    }
    const row = { kind: 'country', id: 'country/account-1/US', accountId: 'account-1', country: 'US' } as const
    const prompts = await run(world, row, ...anything, leave)
    const place = 'TryVox · Production · United States'
    assert.deepEqual(new Set(prompts.titles), new Set([`Search numbers: ${place}`, `Numbers to rent: ${place}`]))
  })

  it('does not take the account of the last search for the row’s', async () => {
    const first = offering(buildOffer('+13125550101'))
    const second = offering(buildOffer('+13125550102', { accountId: 'account-2' }))
    const world: SearchWorld = {
      accounts: [tryvox, production('account-2', 'plivo')],
      drivers: { 'account-1': first.driver, 'account-2': second.driver },
      lastSearch: { country: 'US', capabilities: [], accountIds: ['account-2'] },
    }
    const row = { kind: 'account', id: 'account/account-1', accountId: 'account-1' } as const
    await run(world, row, pick('Last search: United States'), leave)
    assert.deepEqual([first.seen.searches, second.seen.searches], [1, 0])
  })
})

function isOffer(value: unknown): value is Offer {
  return typeof value === 'object' && value !== null && 'rentable' in value
}
