import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMillionths, toMillionths } from '../../../../src/sandbox/sinch/decimal.ts'
import { addMonths, timestamp } from '../../../../src/sandbox/sinch/timestamp.ts'
import { numberPath, pretendedSinch, violatedFields } from './pretendedSinch.ts'

interface Trunks {
  readonly trunks: readonly { readonly id: string; readonly updateTime: string | null }[]
  readonly pageNumber: number
  readonly pageSize: number
  readonly totalItems: number
}

interface Services {
  readonly services: readonly { readonly id: string; readonly defaultForProject: boolean }[]
  readonly page: number
  readonly totalPages: number
}

test('lists trunks in pages that count from one', () => {
  const sinch = pretendedSinch()
  const all = sinch.ok<Trunks>('GET', '/trunks?page=1&size=50')
  assert.deepEqual([all.trunks.length, all.pageNumber, all.pageSize, all.totalItems], [2, 1, 50, 2])
  assert.equal(all.trunks[0]?.updateTime, null)
  const second = sinch.ok<Trunks>('GET', '/trunks?page=2&size=1')
  assert.deepEqual(second.trunks, all.trunks.slice(1))
})

test('lists fax services with exactly one default', () => {
  const { raw, basic, sinch } = pretendedSinch()
  const path = `/v3/projects/${sinch.credentials['projectId']}/services`
  const read = (query: string) => JSON.parse(raw('GET', `${path}?${query}`, { authorization: basic }).text) as Services
  const all = read('pageSize=1000')
  assert.deepEqual([all.services.length, all.page, all.totalPages], [2, 1, 1])
  assert.equal(all.services.filter(({ defaultForProject }) => defaultForProject).length, 1)
  assert.deepEqual(read('pageSize=1&page=2').services, all.services.slice(1))
})

test('sends the bare error envelope from the trunk and fax hosts', () => {
  const { raw, ask } = pretendedSinch()
  assert.deepEqual(JSON.parse(raw('GET', '/v3/projects/x/services', {}).text), { code: 401, message: 'Unauthorized' })
  assert.deepEqual(Object.keys(JSON.parse(ask('GET', '/trunks?page=first').text)), ['code', 'message'])
})

test('looks requirements up and finds none for US numbers', () => {
  const sinch = pretendedSinch()
  const path = '/numberOrders:lookupNumberRequirements'
  const found = sinch.ok<{ fields: object; attachments: readonly { mandatory: boolean }[] }>('POST', path, {
    regionCode: 'AU',
    numberType: 'MOBILE',
  })
  assert.ok(Object.keys(found.fields).length > 0 && found.attachments[0]?.mandatory)
  const none = sinch.refused(404, 'POST', path, { regionCode: 'US', numberType: 'LOCAL' })
  assert.deepEqual([none.message, none.details[0]?.resourceType], ['Number requirements not found', 'NumberProduct'])
  assert.deepEqual(violatedFields(sinch.refused(400, 'POST', path, { numberType: 'LOCAL' })), ['regionCode'])
  assert.deepEqual(violatedFields(sinch.refused(400, 'POST', path, { regionCode: 'US' })), ['numberType'])
})

test('has no emergency address for any number', () => {
  const sinch = pretendedSinch()
  const path = numberPath('activeNumbers', sinch.world().owned[0]?.phoneNumber ?? '', '/emergencyAddress')
  assert.equal(sinch.refused(404, 'GET', path).message, 'Missing E911 feature')
})

test('names its routes for counters and faults', () => {
  const { sinch } = pretendedSinch()
  const route = (method: string, rest: string) =>
    sinch.route({ method, path: `/v1/projects/p${rest}`, query: '', headers: {}, body: '' })
  assert.equal(route('GET', '/activeNumbers'), 'listOwned')
  assert.equal(route('GET', '/activeNumbers/%2B1'), 'getOwned')
  assert.equal(route('PATCH', '/activeNumbers/%2B1'), 'updateOwned')
  assert.equal(route('POST', '/activeNumbers/%2B1:release'), 'release')
  assert.equal(route('GET', '/availableNumbers'), 'search')
  assert.equal(route('GET', '/availableNumbers/%2B1'), 'quote')
  assert.equal(route('POST', '/availableNumbers/%2B1:rent'), 'rent')
  assert.equal(route('POST', '/availableNumbers/%2B1%3Arent'), 'unknown')
  assert.equal(route('DELETE', '/activeNumbers/%2B1'), 'unknown')
})

test('throws for switches and commands that it does not have', () => {
  const { sinch } = pretendedSinch()
  assert.throws(() => sinch.setSwitch('magic', true), /no switch "magic"/)
  assert.throws(() => sinch.setSwitch('trialAccount', 1), /trialAccount/)
  assert.throws(() => sinch.setSwitch('defaultPageSize', -1), /defaultPageSize/)
  assert.throws(() => sinch.act({ dance: true }), /dance/)
  assert.throws(() => sinch.act({ take: '+12125550100' }), /not on offer/)
  assert.throws(() => sinch.act({ balance: 'plenty' }), RangeError)
})

test('keeps the last day of short months and six digits of a second', () => {
  assert.equal(new Date(addMonths(Date.UTC(2027, 0, 31, 9), 1)).toISOString(), '2027-02-28T09:00:00.000Z')
  assert.equal(new Date(addMonths(Date.UTC(2026, 10, 3, 10), 14)).toISOString(), '2028-01-03T10:00:00.000Z')
  assert.match(timestamp(Date.UTC(2026, 10, 3, 10, 0, 0, 42)), /^2026-11-03T10:00:00\.042\d{3}Z$/)
})

test('calculates with decimal text without losing a digit', () => {
  assert.equal(fromMillionths(toMillionths('42.0001') + toMillionths('0.8')), '42.8001')
  assert.equal(fromMillionths(toMillionths('100.00') - toMillionths('0.10') * 3n), '99.70')
  assert.equal(fromMillionths(-toMillionths('0.05')), '-0.05')
  assert.throws(() => toMillionths('1e3'), RangeError)
})
