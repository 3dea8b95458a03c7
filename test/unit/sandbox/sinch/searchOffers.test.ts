import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberPath, type Offers, pretendedSinch, violatedFields } from './pretendedSinch.ts'

interface Regions {
  readonly availableRegions: readonly { readonly regionCode: string; readonly types: readonly string[] }[]
}

test('offers numbers of every region and type that it lists, Iceland excepted', () => {
  const sinch = pretendedSinch()
  const { availableRegions } = sinch.ok<Regions>('GET', '/availableRegions')
  assert.ok(availableRegions.length >= 30)
  for (const { regionCode, types } of availableRegions) {
    for (const type of types) {
      const { availableNumbers } = sinch.ok<Offers>(
        'GET',
        `/availableNumbers?regionCode=${regionCode}&type=${type}&size=40`,
      )
      assert.equal(availableNumbers.length > 0, regionCode !== 'IS', `${regionCode} ${type}`)
      assert.ok(availableNumbers.every((offer) => offer.regionCode === regionCode && offer.type === type))
    }
  }
})

test('has at least forty offers where people look most', () => {
  const sinch = pretendedSinch()
  for (const regionCode of ['US', 'CA', 'GB', 'DE', 'FR', 'SE', 'AU', 'NL']) {
    const path = `/availableNumbers?regionCode=${regionCode}&type=LOCAL&size=1000`
    assert.ok(sinch.ok<Offers>('GET', path).availableNumbers.length >= 40, regionCode)
  }
})

test('never offers a number that the account owns', () => {
  const sinch = pretendedSinch(3000)
  const owned = new Set(sinch.world().owned.map(({ phoneNumber }) => phoneNumber))
  for (const { regionCode, types } of sinch.ok<Regions>('GET', '/availableRegions').availableRegions) {
    for (const type of types) {
      const path = `/availableNumbers?regionCode=${regionCode}&type=${type}&size=1000`
      const { availableNumbers } = sinch.ok<Offers>('GET', path)
      assert.deepEqual(
        availableNumbers.filter(({ phoneNumber }) => owned.has(phoneNumber)),
        [],
      )
    }
  }
})

test('sends an offer with decimal text prices and the documents flag', () => {
  const { availableNumbers } = pretendedSinch().ok<Offers>('GET', '/availableNumbers?regionCode=US&type=LOCAL&size=1')
  const { phoneNumber, ...rest } = availableNumbers[0] ?? { phoneNumber: '' }
  assert.match(phoneNumber, /^\+1\d{10}$/)
  assert.deepEqual(rest, {
    regionCode: 'US',
    type: 'LOCAL',
    capability: ['SMS', 'VOICE'],
    setupPrice: { currencyCode: 'USD', amount: '0.50' },
    monthlyPrice: { currencyCode: 'USD', amount: '0.50' },
    paymentIntervalMonths: 1,
    supportingDocumentationRequired: true,
  })
})

test('demands region and type and names both when both are missing', () => {
  const sinch = pretendedSinch()
  assert.deepEqual(violatedFields(sinch.refused(400, 'GET', '/availableNumbers')), ['regionCode', 'type'])
  assert.deepEqual(violatedFields(sinch.refused(400, 'GET', '/availableNumbers?regionCode=US')), ['type'])
  const unknown = sinch.refused(400, 'GET', '/availableNumbers?regionCode=US&type=NATIONAL')
  assert.deepEqual(violatedFields(unknown), ['type'])
})

test('matches patterns against the whole number and counts a raw plus', () => {
  const sinch = pretendedSinch()
  const numbers = (query: string) =>
    sinch
      .ok<Offers>('GET', `/availableNumbers?regionCode=US&type=LOCAL&size=1000&${query}`)
      .availableNumbers.map(({ phoneNumber }) => phoneNumber)
  const start = numbers('numberPattern.pattern=%2B1212&numberPattern.searchPattern=START')
  assert.ok(start.length > 0 && start.every((number) => number.startsWith('+1212')))
  assert.equal(sinch.world().observed['rawPlusInPattern'], 0)
  assert.deepEqual(numbers('numberPattern.pattern=+1212&numberPattern.searchPattern=START'), start)
  assert.equal(sinch.world().observed['rawPlusInPattern'], 1)
  assert.deepEqual(numbers('numberPattern.pattern=212&numberPattern.searchPattern=START'), [])
  const end = numbers('numberPattern.pattern=03&numberPattern.searchPattern=END')
  assert.ok(end.length > 0 && end.every((number) => number.endsWith('03')))
})

test('reads a raw plus elsewhere in a query as a space', () => {
  const error = pretendedSinch().refused(400, 'GET', '/availableNumbers?regionCode=+US&type=LOCAL')
  assert.deepEqual(violatedFields(error), ['regionCode'])
})

test('narrows by capabilities and by size', () => {
  const sinch = pretendedSinch()
  const offers = (query: string) =>
    sinch.ok<Offers>('GET', `/availableNumbers?regionCode=US&type=LOCAL&${query}`).availableNumbers
  const both = offers('capabilities=SMS&capabilities=VOICE&size=1000')
  assert.ok(both.every(({ capability }) => capability.includes('SMS') && capability.includes('VOICE')))
  assert.ok(both.length < offers('capabilities=VOICE&size=1000').length)
  assert.equal(offers('size=3').length, 3)
  assert.equal(offers('').length, 20)
  sinch.sinch.setSwitch('maxSearchSize', 50)
  assert.equal(offers('size=1000').length, 50)
})

test('answers the same search differently when switched to', () => {
  const sinch = pretendedSinch()
  const path = '/availableNumbers?regionCode=US&type=LOCAL&size=5'
  assert.deepEqual(sinch.ok<Offers>('GET', path), sinch.ok<Offers>('GET', path))
  sinch.sinch.setSwitch('shuffleSearch', true)
  assert.notDeepEqual(sinch.ok<Offers>('GET', path), sinch.ok<Offers>('GET', path))
})

test('quotes an offer with its present price and not one that is gone', () => {
  const sinch = pretendedSinch()
  const search = '/availableNumbers?regionCode=DE&type=MOBILE&size=1'
  const number = sinch.ok<Offers>('GET', search).availableNumbers[0]?.phoneNumber ?? ''
  sinch.sinch.act({ reprice: number, monthlyPrice: '9.99' })
  const quote = sinch.ok<Offers['availableNumbers'][number]>('GET', numberPath('availableNumbers', number))
  assert.deepEqual(quote.monthlyPrice, { currencyCode: 'EUR', amount: '9.99' })
  sinch.sinch.act({ take: number })
  const error = sinch.refused(404, 'GET', numberPath('availableNumbers', number))
  assert.deepEqual([error.status, error.details[0]?.resourceType], ['NOT_FOUND', 'AvailableNumber'])
  assert.notEqual(sinch.ok<Offers>('GET', search).availableNumbers[0]?.phoneNumber, number)
})

test('narrows the regions by type', () => {
  const sinch = pretendedSinch()
  const { availableRegions } = sinch.ok<Regions>('GET', '/availableRegions?types=TOLL_FREE&types=MOBILE')
  assert.ok(availableRegions.every(({ types }) => types.includes('TOLL_FREE') || types.includes('MOBILE')))
  const tollFree = sinch.ok<Regions>('GET', '/availableRegions?types=TOLL_FREE').availableRegions
  assert.ok(tollFree.length > 0 && tollFree.length < availableRegions.length)
  assert.deepEqual(violatedFields(sinch.refused(400, 'GET', '/availableRegions?types=NATIONAL')), ['types'])
})
