import assert from 'node:assert/strict'
import type { Account } from '../../src/core/account.ts'
import type { Offer } from '../../src/core/offer.ts'
import type { OwnedNumber } from '../../src/core/ownedNumber.ts'
import type { TestHandle } from '../../src/vscode/product.ts'
import { pick, type Turn } from '../support/scriptedPrompts.ts'
import { accountRow, loadedAccount, numberRow, run, useProduct } from './useProduct.ts'

/** What differs between the providers: the questions of a search and of a rent, and what a release does. */
interface Way {
  readonly type: readonly Turn[]
  readonly options: readonly Turn[]
  readonly consequence: RegExp
  readonly afterRelease: OwnedNumber['state']['kind'] | 'gone'
}

/** Agrees to the question, and reads what became of it. */
const agreeAndHear = [{ kind: 'confirm', agree: true }, { kind: 'notify' }] as const satisfies readonly Turn[]

const ways: Readonly<Record<string, Way>> = {
  sinch: {
    type: [pick('Local')],
    options: [{ kind: 'input', text: '' }],
    consequence: /keeps working until the end of the period/,
    afterRelease: 'releasing',
  },
  plivo: {
    type: [pick('Local')],
    options: [pick('The account’s default')],
    consequence: /takes the number back at once/,
    afterRelease: 'gone',
  },
  tryvox: {
    type: [pick('Local')],
    options: [],
    consequence: /Fee for releasing: USD 25\.00[\s\S]*can be taken back for 30 days/,
    afterRelease: 'gone',
  },
  contiguity: { type: [], options: [pick('Monthly')], consequence: /ends the lease at once/, afterRelease: 'gone' },
}

describe('renting and releasing with the commands', () => {
  let product: TestHandle
  before(async () => {
    product = await useProduct()
    await product.sandbox.start()
  })
  after(() => product.sandbox.stop())

  for (const [provider, way] of Object.entries(ways)) {
    it(`rents one number at ${provider} and gives it up again`, async () => {
      const account = await loadedAccount(product, provider)
      const offer = await rentOne(account, way)
      const rented = product.inventory.find(account.id, offer.number)
      assert.ok(rented, 'the rented number is not in the list')
      assert.notEqual(rented.state.kind, 'releasing')
      const asked = await run(product, 'phoneNumbers.release', [numberRow(rented)], ...agreeAndHear)
      assert.match(asked.confirmed[0]?.detail ?? '', way.consequence)
      assert.match(
        asked.notices[0]?.message ?? '',
        /^Released \+1 [\d ]+ at \w+ with “Sandbox \w+”.*USD \d+\.\d\d per month/,
      )
      assert.equal(product.inventory.find(account.id, offer.number)?.state.kind ?? 'gone', way.afterRelease)
    })
  }

  it('takes a release back at TryVox', async () => {
    const account = await loadedAccount(product, 'tryvox')
    const [owned] = (product.inventory.account(account.id)?.numbers ?? []).filter(
      ({ state }) => state.kind === 'active',
    )
    assert.ok(owned)
    await run(product, 'phoneNumbers.release', [numberRow(owned)], ...agreeAndHear)
    assert.equal(product.inventory.find(account.id, owned.number), undefined)
    const label = (await product.parts.numbering()).format(owned.number)
    await run(product, 'phoneNumbers.cancelRelease', [], pick(label), { kind: 'confirm', agree: false })
    assert.equal(product.inventory.find(account.id, owned.number), undefined)
    const asked = await run(product, 'phoneNumbers.cancelRelease', [], pick(label), ...agreeAndHear)
    assert.match(asked.confirmed[0]?.title ?? '', /^Take back the release of \+[\d ]+ at TryVox\?$/)
    assert.equal(product.inventory.find(account.id, owned.number)?.state.kind, 'active')
  })

  it('says that a number is owned instead of asking about money', async () => {
    const account = await loadedAccount(product, 'plivo')
    const [owned] = (product.inventory.account(account.id)?.numbers ?? []).filter(
      ({ state }) => state.kind === 'active',
    )
    assert.ok(owned)
    const typed: Turn = { kind: 'input', text: owned.number }
    const asked = await run(product, 'phoneNumbers.rent', [accountRow(account)], typed, { kind: 'notify' })
    assert.match(asked.notices[0]?.message ?? '', /is already yours at Plivo with “Sandbox Plivo”/)
  })

  /** Through the search; resolves with the offer that was rented. */
  const rentOne = async (account: Account, { type, options }: Way): Promise<Offer> => {
    let chosen: Offer | undefined
    const first: Turn = {
      kind: 'pick',
      choose: (items) => {
        const direct = items.filter(({ value }) => isOffer(value) && value.rentable.kind === 'direct')
        const item = direct.find(({ value }) => isOffer(value) && value.requirements.length === 0) ?? direct[0]
        chosen = isOffer(item?.value) ? item.value : undefined
        return item
      },
    }
    const asked = await run(
      product,
      'phoneNumbers.search',
      [accountRow(account)],
      ...[pick('United States'), ...type, { kind: 'pickMany', choose: () => [] } as const],
      ...[{ kind: 'input', text: '' } as const, first, ...options, ...agreeAndHear],
    )
    assert.ok(chosen, 'no offer was chosen')
    const [question] = asked.confirmed
    const message = asked.notices[0]?.message ?? ''
    assert.match(message, /^Rented \+1 [\d ]+ from \w+ with “Sandbox \w+”, USD \d+\.\d\d per month\./)
    assert.match(question?.title ?? '', /^Rent \+1 [\d ]+ from \w+\?$/)
    assert.match(question?.detail ?? '', /Price: USD \d+\.\d\d per month\nSet-up: USD \d+\.\d\d once/)
    return chosen
  }
})

function isOffer(value: unknown): value is Offer {
  return typeof value === 'object' && value !== null && 'rentable' in value
}
