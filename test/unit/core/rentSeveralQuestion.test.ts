import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ChosenOffer } from '../../../src/core/checkOffers.ts'
import type { Offer, Quote } from '../../../src/core/offer.ts'
import { oncePrice, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import { leftOutReason, type RentSeveralFacts, rentSeveralQuestion } from '../../../src/core/rentSeveralQuestion.ts'
import { plivo } from '../../../src/providers/plivo/plivo.ts'
import { sinch } from '../../../src/providers/sinch/sinch.ts'
import { buildAccount, buildError, buildOffer, e164 } from '../../support/builders.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const production = buildAccount({ id: 'p', provider: 'plivo', label: 'Production' })
const staging = buildAccount({ id: 's', provider: 'sinch', label: 'Staging' })
const euro = { price: recurringPrice('2', 'EUR'), setup: oncePrice('5', 'EUR') }
const unknown = { price: unknownPrice, setup: unknownPrice }

describe('the question before several numbers are rented', () => {
  it('has a line per number with price and set-up below its provider and account', () => {
    const { detail } = ask([ready('+13125550101'), ready('+441632960102', { account: staging, offer: euro })])
    assert.match(detail, /^Plivo · Production:\n\+13125550101 · USD 0\.50\/mo · set-up USD 0\.00$/m)
    assert.match(detail, /^Sinch · Staging:\n\+441632960102 · EUR 2\.00\/mo · set-up EUR 5\.00$/m)
  })

  it('totals prices and set-ups apart, never across currencies, and counts unknown prices', () => {
    const list = [
      ready('+13125550101'),
      ready('+13125550102'),
      ready('+441632960102', { account: staging, offer: euro }),
      ready('+13125550103', { offer: unknown }),
      ready('+13125550104', { offer: unknown }),
    ]
    const { detail } = ask(list)
    assert.match(detail, /^Price together: USD 1\.00 per month, EUR 2\.00 per month, 2 with unknown price$/m)
    assert.match(detail, /^Set-up together: USD 0\.00 once, EUR 5\.00 once, 2 with unknown price$/m)
  })

  it('counts in title and button what is really rented', () => {
    const { title, action } = ask([ready('+13125550101'), ready('+13125550102')])
    assert.equal(title, 'Rent 2 numbers from Plivo?')
    assert.equal(action, 'Rent 2 numbers')
    assert.equal(ask([ready('+13125550101')]).action, 'Rent 1 number')
    assert.equal(ask([ready('+13125550101'), ready('+441632960102', { account: staging })]).title, 'Rent 2 numbers?')
  })

  it('uses the price of now and tells that it changed', () => {
    const { detail } = ask([
      ready('+13125550101', {
        quote: { kind: 'offered', offer: buildOffer('+13125550101', { price: recurringPrice('0.9', 'USD') }) },
      }),
    ])
    assert.match(detail, /USD 0\.90\/mo/)
    assert.match(detail, /changed since the search: it was USD 0\.50 per month/)
    assert.match(detail, /Price together: USD 0\.90 per month/)
  })

  it('says once that prices could not be confirmed, and of which numbers, when not of all', () => {
    const quote = { kind: 'unconfirmed', reason: 'It did not answer.' } as const
    const all = ask([ready('+13125550101', { quote }), ready('+13125550102', { quote })]).detail
    assert.equal(all.match(/could not be confirmed/g)?.length, 1)
    const one = ask([ready('+13125550101', { quote }), ready('+13125550102')]).detail
    assert.match(one, /^\+13125550101: The price could not be confirmed just now: It did not answer\.$/m)
  })

  it('lists what is not rented, and why', () => {
    const leftOut = [{ number: e164('+13125550109'), reason: leftOutReason({ kind: 'gone' }, 'Plivo') }]
    assert.match(ask([ready('+13125550101')], { leftOut }).detail, /^Not rented:\n\+13125550109: no longer offered$/m)
    assert.match(leftOutReason({ kind: 'aboveLimit', reason: 'USD 9 is more.' }, 'Plivo'), /^above your limit\. USD 9/)
    assert.match(
      leftOutReason({ kind: 'failed', error: buildError('timeout') }, 'Plivo'),
      /could not be asked, no answer in time/,
    )
  })

  it('says the chosen options with their account, and what happens next at each provider once', () => {
    const options = [{ account: production, described: [['Application', 'support-ivr']] as const }]
    const { detail } = ask([ready('+13125550101'), ready('+13125550102')], { options })
    assert.match(detail, /^Application \(Plivo · Production\): support-ivr$/m)
    for (const note of plivo.rentNotes) assert.equal(detail.split(note).length, 2)
  })

  it('says what applies where nothing was chosen, and what a choice means only where it was made', () => {
    const options = [
      { account: production, described: [] },
      { account: staging, described: [['SMS service plan ID', 'plan-7']] as const },
    ]
    const both = ask([ready('+13125550101'), ready('+13125550102', { account: staging })], { options }).detail
    assert.match(both, /^Application \(Plivo · Production\): the account’s default$/m)
    assert.match(both, /Linking the number to an SMS service plan/)
    assert.doesNotMatch(ask([ready('+13125550102', { account: staging })]).detail, /Linking/)
    assert.doesNotMatch(ask([ready('+13125550101')], { options }).detail, /plan-7/)
  })

  it('names the host of an account that a setting points at another server', () => {
    const endpoints = { api: 'https://plivo.example.com' }
    const elsewhere = { ...production, endpoints, endpointsOverridden: true }
    assert.match(
      ask([ready('+13125550101', { account: elsewhere })]).detail,
      /^Plivo · Production at plivo\.example\.com:$/m,
    )
  })

  it('tells sandbox numbers from real ones', () => {
    const sandbox = buildAccount({ id: 'sandbox', provider: 'plivo', sandbox: true })
    const { detail } = ask([ready('+13125550101', { account: sandbox }), ready('+13125550102')])
    assert.equal(detail.match(/no real money/g)?.length, 1)
  })
})

interface Differences {
  readonly account?: ChosenOffer['account']
  readonly offer?: Partial<Offer>
  readonly quote?: Exclude<Quote, { kind: 'gone' }>
}

function ready(number: string, differences: Differences = {}): RentSeveralFacts['ready'][number] {
  const chosen = buildOffer(number, differences.offer)
  const item = { account: differences.account ?? production, driver: stubDriver({}), chosen }
  return { kind: 'ready', item, quote: differences.quote ?? { kind: 'offered', offer: chosen } }
}

function ask(list: readonly RentSeveralFacts['ready'][number][], differences: Partial<RentSeveralFacts> = {}) {
  return rentSeveralQuestion({
    ...{ ready: list, leftOut: [], options: [], format: (number) => number },
    definitionOf: ({ provider }) => (provider === 'sinch' ? sinch : plivo),
    ...differences,
  })
}
