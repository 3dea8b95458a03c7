import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Account } from '../../../src/core/account.ts'
import { oncePrice, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import type { ProviderDefinition } from '../../../src/core/providerDefinition.ts'
import type { ReleasePreview } from '../../../src/core/providerDriver.ts'
import { releaseQuestion } from '../../../src/core/releaseQuestion.ts'
import type { ChosenOptions } from '../../../src/core/rentChoices.ts'
import { rentQuestion } from '../../../src/core/rentQuestion.ts'
import { plivo } from '../../../src/providers/plivo/plivo.ts'
import { sinch } from '../../../src/providers/sinch/sinch.ts'
import { tryvox } from '../../../src/providers/tryvox/tryvox.ts'
import { buildAccount, buildOffer, buildOwnedNumber } from '../../support/builders.ts'

const formatted = '+1 312 555 0142'
const account = buildAccount({ label: 'Production' })
const offer = buildOffer()

describe('the question before money is spent', () => {
  const ask = (chosen = offer, asked = chosen) =>
    rentQuestion({
      definition: plivo,
      account,
      chosen,
      quote: { kind: 'offered', offer: asked },
      formatted,
      options: [['Application', 'support-ivr']],
    })

  it('names provider, account, number, prices with currency and period, and what was chosen', () => {
    const { title, detail, action } = ask()
    assert.match(title, /\+1 312 555 0142.*Plivo/)
    for (const part of ['Plivo', 'Production', formatted, 'USD 0.50 per month', 'USD 0.00 once', 'support-ivr']) {
      assert.ok(detail.includes(part), `${part} is missing in: ${detail}`)
    }
    assert.equal(action, 'Rent')
  })

  it('says what happens next at that provider', () => {
    for (const note of plivo.rentNotes) assert.ok(ask().detail.includes(note))
  })

  it('says what applies where nothing was chosen', () => {
    assert.match(askWithout(plivo), /^Application: the account’s default$/m)
    assert.match(askWithout(sinch), /^SMS service plan ID: none$/m)
  })

  it('speaks of linking to a service plan only when one was chosen', () => {
    assert.doesNotMatch(askWithout(sinch), /Linking/)
    assert.match(askWithout(sinch, [['SMS service plan ID', 'plan-7']]), /plan-7[\s\S]*Linking the number/)
  })

  it('says at TryVox that an early release may cost a fee and how long it can be taken back', () => {
    assert.match(askWithout(tryvox), /early-termination fee.*taken back only until the end of its cooling-off period/)
  })

  const askWithout = (definition: ProviderDefinition, options: ChosenOptions = []) =>
    rentQuestion({ definition, account, chosen: offer, quote: { kind: 'offered', offer }, formatted, options }).detail

  it('says "price unknown" and never a zero when a price is unknown', () => {
    const { detail } = ask(buildOffer(undefined, { price: unknownPrice, setup: unknownPrice }))
    assert.match(detail, /Price: price unknown\nSet-up: price unknown/)
    assert.doesNotMatch(detail, /0\.00/)
  })

  it('shows the price of now and says that it changed since the search', () => {
    const { detail } = ask(offer, buildOffer(undefined, { price: recurringPrice('0.90', 'USD') }))
    assert.match(detail, /Price: USD 0\.90 per month/)
    assert.match(detail, /changed since the search: it was USD 0\.50 per month/)
  })

  it('does not call a price changed that is only written differently', () => {
    const { detail } = ask(
      offer,
      buildOffer(undefined, { price: recurringPrice('0.5', 'USD'), setup: oncePrice('0', 'USD') }),
    )
    assert.doesNotMatch(detail, /changed/)
  })

  it('says when the price could not be asked again', () => {
    const quote = { kind: 'unconfirmed', reason: 'Plivo did not answer.' } as const
    const { detail } = rentQuestion({ definition: plivo, account, chosen: offer, quote, formatted, options: [] })
    assert.match(detail, /could not be confirmed just now: Plivo did not answer\./)
    assert.match(detail, /Price: USD 0\.50 per month/)
  })

  it('repeats the requirements of the offer', () => {
    assert.match(
      ask(buildOffer(undefined, { requirements: ['A local address is needed.'] })).detail,
      /A local address is needed\./,
    )
  })

  it('tells a sandbox account from a real one', () => {
    const sandbox = buildAccount({ sandbox: true })
    const facts = {
      definition: plivo,
      chosen: offer,
      quote: { kind: 'offered', offer } as const,
      formatted,
      options: [],
    }
    assert.match(rentQuestion({ ...facts, account: sandbox }).detail, /no real money/)
    assert.doesNotMatch(rentQuestion({ ...facts, account }).detail, /no real money/)
  })
})

describe('an account that a setting points at another server', () => {
  const endpoints = { api: 'http://127.0.0.1:43453' }
  const elsewhere = buildAccount({ endpoints, endpointsOverridden: true })
  const preview: ReleasePreview = { possible: true, consequences: [], warnings: [], fee: { kind: 'none' } }
  const askBoth = (asked: Account) => [
    rentQuestion({
      ...{ definition: plivo, account: asked, chosen: offer, quote: { kind: 'offered', offer } },
      ...{ formatted, options: [] },
    }).detail,
    releaseQuestion({ definition: plivo, account: asked, owned: buildOwnedNumber(), preview, formatted }).detail,
  ]

  it('is named with its host before money is spent and before a number is given up', () => {
    for (const detail of askBoth(elsewhere)) assert.match(detail, /^Provider: Plivo at 127\.0\.0\.1:43453$/m)
  })

  it('is not named with a host when it is the provider’s own or the sandbox', () => {
    for (const asked of [account, buildAccount({ endpoints, endpointsOverridden: true, sandbox: true })]) {
      for (const detail of askBoth(asked)) assert.match(detail, /^Provider: Plivo$/m)
    }
  })
})

describe('the question before a number is given up', () => {
  const preview: ReleasePreview = {
    possible: true,
    consequences: ['It is gone at once.'],
    warnings: ['Rented under 3 months ago'],
    fee: { kind: 'fee', money: { amount: '25', currency: 'USD' } },
  }
  const ask = (differences: Partial<ReleasePreview> = {}) =>
    releaseQuestion({
      definition: plivo,
      account,
      owned: buildOwnedNumber(undefined, { name: 'Support line' }),
      preview: { ...preview, ...differences },
      formatted,
    })

  it('names provider, account, number, its name, the fee, the consequences and the warnings', () => {
    const { title, detail, action } = ask()
    assert.match(title, /\+1 312 555 0142.*Plivo/)
    const parts = [
      'Plivo',
      'Production',
      formatted,
      'Support line',
      'USD 25.00',
      'It is gone at once.',
      'Rented under 3 months ago',
    ]
    for (const part of parts) assert.ok(detail.includes(part), `${part} is missing in: ${detail}`)
    assert.equal(action, 'Release')
  })

  it('says where the number is still used, when somebody looked', () => {
    const facts = { definition: plivo, account, owned: buildOwnedNumber(), preview, formatted }
    const uses = 'Still used in 1 place: .env:4.'
    assert.ok(releaseQuestion({ ...facts, uses }).detail.includes(`\n\n${uses}\n\n`))
    assert.doesNotMatch(releaseQuestion(facts).detail, /used/)
  })

  it('tells no fee from an unknown one', () => {
    assert.match(ask({ fee: { kind: 'none' } }).detail, /Fee for releasing: none/)
    const unknown = ask({ fee: { kind: 'unknown', reason: 'Plivo does not say' } }).detail
    assert.match(unknown, /Fee for releasing: unknown \(Plivo does not say\)/)
    assert.doesNotMatch(unknown, /0\.00/)
  })
})
