import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HttpAnswer, HttpRequest } from '../../../../src/http/httpClient.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { createTryvoxAccount } from '../../../../src/providers/tryvox/tryvoxAccount.ts'
import { listChoices } from '../../../../src/providers/tryvox/tryvoxChoices.ts'
import { DETACH_TRUNK, routedBy, sendRoutingCall } from '../../../../src/providers/tryvox/tryvoxRouteCalls.ts'
import type { RoutingCall, Target } from '../../../../src/providers/tryvox/tryvoxRouting.ts'
import { e164 } from '../../../support/builders.ts'
import { failureOf, noCancel } from '../../../support/sandboxDriver.ts'

const number = e164('+12025550143')

/** An account whose requests are answered by the test. */
function accountOver(answer: (url: URL) => { readonly status?: number; readonly body: unknown }) {
  const sent: (readonly [string, string, string | undefined])[] = []
  const send = async ({ method, origin, path, body, operation }: HttpRequest): Promise<HttpAnswer> => {
    sent.push([method, path, body])
    const { status = 200, body: text } = answer(new URL(origin + path))
    const effect = method === 'GET' ? 'read' : 'write'
    return { status, headers: {}, text: JSON.stringify(text) ?? '', operation, effect }
  }
  const account = createTryvoxAccount({
    accountId: 'account-1',
    credentials: { accountId: 'acc', apiKey: 'tvx_sk_test_1' },
    endpoints: { api: 'https://api.tryvox.io' },
    http: { provider: 'tryvox', send, close: async () => {} },
    numbering: createPhoneNumbering(),
    now: () => new Date(),
  })
  return { account, sent }
}

const settings = () => ({ operation: 'settings', signal: noCancel() }) as const
const trunk: Target = { kind: 'trunk', id: 'T1' }

describe('a routing call to TryVox', () => {
  it('is one request with the id and nothing else', async () => {
    const { account, sent } = accountOver(() => ({ body: undefined }))
    const send = (next: RoutingCall, to: Target) => sendRoutingCall(account, number, next, to, settings())
    await send('assignTrunk', trunk)
    await send('assignApplication', { kind: 'application', id: 'A1' })
    await send('detachTrunk', { kind: 'nothing' })
    await send('detachApplication', trunk)
    const path = '/v1/account/acc/numbers/+12025550143'
    assert.deepEqual(sent, [
      ['POST', `${path}/assign`, '{"trunk_id":"T1"}'],
      ['POST', `${path}/application`, '{"application_id":"A1"}'],
      ['DELETE', `${path}${DETACH_TRUNK}`, undefined],
      ['DELETE', `${path}/application`, undefined],
    ])
  })

  it('leaves it to reading the number what a missing detach means', async () => {
    for (const status of [404, 405]) {
      const { account } = accountOver(() => ({ status, body: {} }))
      assert.equal((await sendRoutingCall(account, number, 'detachTrunk', trunk, settings())).status, status)
    }
  })

  it('is refused at its field in TryVox’s words, also when they name none', async () => {
    const fieldsFor = async (next: RoutingCall, status: number, error: unknown) => {
      const { account } = accountOver(() => ({ status, body: { error } }))
      const { facts } = await failureOf(sendRoutingCall(account, number, next, trunk, settings()))
      return [facts.kind, facts.fields]
    }
    const asked = {
      message: 'Asked wrong',
      details: [
        { field: 'trunk_id', reason: 'bad' },
        { field: 'x', reason: 'y' },
      ],
    }
    assert.deepEqual(await fieldsFor('assignTrunk', 400, asked), [
      'invalid',
      [
        { field: 'trunkId', problem: 'bad' },
        { field: 'x', problem: 'y' },
      ],
    ])
    assert.deepEqual(await fieldsFor('detachApplication', 422, { message: 'No' }), [
      'invalid',
      [{ field: 'route', problem: 'No' }],
    ])
    assert.deepEqual(await fieldsFor('assignApplication', 404, {}), [
      'invalid',
      [{ field: 'applicationId', problem: 'TryVox refused this without a reason' }],
    ])
    assert.deepEqual(await fieldsFor('assignTrunk', 403, { message: 'No' }), ['forbidden', undefined])
    assert.deepEqual(await fieldsFor('assignTrunk', 500, { message: 'No' }), ['unknownOutcome', undefined])
  })

  it('is not a wrong trunk when the 404 is not TryVox’s own', async () => {
    const { account } = accountOver(() => ({ status: 404, body: 'nginx' }))
    assert.equal((await failureOf(sendRoutingCall(account, number, 'assignTrunk', trunk, settings()))).kind, 'notFound')
  })
})

describe('the answer to a routing call', () => {
  const answer = (status: number, body: unknown): HttpAnswer => {
    return { status, headers: {}, text: JSON.stringify(body) ?? '', operation: 'settings', effect: 'write' }
  }

  it('says the routing, bare or inside data, of this number only', () => {
    const summary = { e164: number, trunk_id: 'T1', application_id: null, status: 'active' }
    const routing = { trunk: 'T1', application: '' }
    assert.deepEqual(routedBy(answer(200, summary), number), routing)
    assert.deepEqual(routedBy(answer(201, { data: summary }), number), routing)
    for (const other of [undefined, {}, { ...summary, e164: '+12025550100' }])
      assert.equal(routedBy(answer(200, other), number), undefined)
    assert.equal(routedBy(answer(404, summary), number), undefined)
  })
})

describe('the trunks of TryVox', () => {
  const list = (body: (url: URL) => unknown) => {
    const { account, sent } = accountOver((url) => ({ body: body(url) }))
    return { sent, choices: () => listChoices(account, 'trunkId', { operation: 'choices', signal: noCancel() }) }
  }

  it('come from all pages when TryVox says that there are several', async () => {
    const { sent, choices } = list(({ searchParams }) => {
      const page = Number(searchParams.get('page') ?? 1)
      return { data: [{ id: `T${page}` }, { id: 'T1' }], pagination: { total_pages: 3, current_page: page } }
    })
    assert.deepEqual(
      (await choices()).map(({ value }) => value),
      ['T1', 'T2', 'T3'],
    )
    assert.deepEqual(
      sent.map(([, path]) => path),
      ['', '?page=2', '?page=3'].map((query) => `/v1/account/acc/trunks${query}`),
    )
  })

  it('leave out rows without an id and show one without a name by its id', async () => {
    const rows = [null, 'x', { name: 'x' }, { id: '' }, { id: 'T1', name: 5, sip_domain: null, status: null }]
    assert.deepEqual(await list(() => rows).choices(), [{ value: 'T1', label: 'T1', hint: 'T1' }])
  })

  it('fail when the answer is no list', async () => {
    assert.equal((await failureOf(list(() => ({ trunks: [] })).choices())).kind, 'unexpected')
  })
})
