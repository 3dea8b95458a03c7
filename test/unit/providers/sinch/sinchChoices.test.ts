import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HttpAnswer, HttpRequest } from '../../../../src/http/httpClient.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { createSinchDriver } from '../../../../src/providers/sinch/sinchDriver.ts'
import { failureOf, noCancel } from '../../../support/sandboxDriver.ts'

type Answerer = (url: URL) => unknown

/** A driver whose requests are answered by the test; the token needs no words. */
function driverOver(api: string, answer: Answerer) {
  const urls: string[] = []
  const send = async ({ origin, path, operation, effect = 'read' }: HttpRequest): Promise<HttpAnswer> => {
    const url = new URL(origin + path)
    if (url.pathname !== '/oauth2/token') urls.push(url.href)
    const body = url.pathname === '/oauth2/token' ? { access_token: 't', expires_in: 3_599 } : answer(url)
    const status = body === undefined ? 400 : 200
    const refusal = { code: 3, message: 'size is too large' }
    return { status, headers: {}, text: JSON.stringify(body ?? refusal), operation, effect }
  }
  const driver = createSinchDriver({
    accountId: 'account-1',
    credentials: { projectId: 'p 1', keyId: 'k', keySecret: 's' },
    endpoints: { api, auth: 'https://auth.sinch.com' },
    http: { provider: 'sinch', send, close: async () => {} },
    numbering: createPhoneNumbering(),
    now: () => new Date(),
  })
  return { driver, urls }
}

const sinchApi = 'https://numbers.api.sinch.com'

/** So many trunks in pages of at most `cap`. */
function manyTrunks(count: number, cap: number, members: Readonly<Record<string, unknown>>): Answerer {
  return ({ searchParams }) => {
    const size = Math.min(Number(searchParams.get('size') ?? 20), cap)
    const from = (Number(searchParams.get('page')) - 1) * size
    const ids = Array.from({ length: Math.max(0, Math.min(size, count - from)) }, (_, index) => `T${from + index}`)
    return { trunks: ids.map((id) => ({ id, name: `Trunk ${id}`, domain: null })), pageSize: size, ...members }
  }
}

describe('the trunks and fax services of Sinch', () => {
  it('are asked for at Sinch’s own hosts when the account is at Sinch’s own address', async () => {
    const { driver, urls } = driverOver(sinchApi, () => ({ trunks: [], services: [] }))
    await driver.listChoices('voiceTrunkId', noCancel())
    await driver.listChoices('voiceServiceId', noCancel())
    assert.deepEqual(urls, [
      'https://elastic-trunking.api.sinch.com/v1/projects/p%201/trunks?page=1&size=100',
      'https://fax.api.sinch.com/v3/projects/p%201/services?page=1&pageSize=1000',
    ])
  })

  it('are asked for nowhere else when the account is pointed at another server', async () => {
    const { driver, urls } = driverOver('https://sinch.example.com', () => ({ trunks: [], services: [] }))
    await driver.listChoices('voiceTrunkId', noCancel())
    await driver.listChoices('voiceServiceId', noCancel())
    assert.deepEqual(
      urls.map((url) => new URL(url).origin),
      ['https://sinch.example.com', 'https://sinch.example.com'],
    )
  })

  it('come from all pages, also when a page is smaller than asked for', async () => {
    const { driver, urls } = driverOver(sinchApi, manyTrunks(1_000, 20, { totalItems: 1_000 }))
    const choices = await driver.listChoices('voiceTrunkId', noCancel())
    assert.deepEqual([choices.length, new Set(choices.map(({ value }) => value)).size, urls.length], [1_000, 1_000, 50])
    assert.deepEqual(choices[999], { value: 'T999', label: 'Trunk T999', hint: 'T999' })
  })

  it('are read until a page brings nothing new when there is no count', async () => {
    const { driver, urls } = driverOver(sinchApi, manyTrunks(45, 20, {}))
    assert.equal((await driver.listChoices('voiceTrunkId', noCancel())).length, 45)
    assert.equal(urls.length, 4)
  })

  it('are asked for without a size when the size is refused', async () => {
    const trunks = manyTrunks(30, 20, { totalItems: 30 })
    const { driver, urls } = driverOver(sinchApi, (url) => (url.searchParams.has('size') ? undefined : trunks(url)))
    assert.equal((await driver.listChoices('voiceTrunkId', noCancel())).length, 30)
    assert.equal(urls.length, 3)
  })

  it('leave out rows without an id and show one without a name by its id', async () => {
    const services = [null, 7, { name: 'x' }, { id: '' }, { id: 'F1', name: null, defaultForProject: 'yes' }]
    const { driver } = driverOver(sinchApi, () => ({ services, totalPages: 1 }))
    assert.deepEqual(await driver.listChoices('voiceServiceId', noCancel()), [{ value: 'F1', label: 'F1', hint: 'F1' }])
  })

  it('fail when the answer is no list', async () => {
    const { driver } = driverOver(sinchApi, () => ({ items: [] }))
    assert.equal((await failureOf(driver.listChoices('voiceTrunkId', noCancel()))).kind, 'unexpected')
  })
})

describe('the ids on Sinch numbers', () => {
  const row = (phoneNumber: string, servicePlanId: unknown, next?: string) => ({
    phoneNumber,
    smsConfiguration: { servicePlanId, scheduledProvisioning: next && { servicePlanId: next } },
  })
  const rows = [row('+13125550101', 'B'), row('+13125550102', 'A', 'B'), row('+13125550103', 'B', 'B'), row('x', 'Z')]

  it('are offered once each, the ones on most numbers first', async () => {
    const { driver } = driverOver(sinchApi, () => ({ activeNumbers: [...rows, row('+13125550104', '')], totalSize: 5 }))
    assert.deepEqual(await driver.listChoices('servicePlanId', noCancel()), [
      { value: 'B', label: 'B', hint: 'On 3 numbers' },
      { value: 'A', label: 'A', hint: 'On 1 number' },
    ])
    assert.deepEqual(await driver.listChoices('campaignId', noCancel()), [])
  })

  it('are not the choices of any other field', async () => {
    const { driver, urls } = driverOver(sinchApi, () => ({ activeNumbers: rows, totalSize: 4 }))
    for (const field of ['displayName', 'voiceType', 'toString'])
      assert.equal((await failureOf(driver.listChoices(field, noCancel()))).kind, 'unsupported')
    assert.deepEqual(urls, [])
  })
})
