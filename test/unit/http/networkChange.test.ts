import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { describe, it } from 'node:test'
import { directSettings, type NetworkSettings } from '../../../src/http/networkSettings.ts'
import { createTransport } from '../../../src/http/transport.ts'
import { connectHttp } from '../../support/connectHttp.ts'
import { createAuthority } from '../../support/network/certificates.ts'
import { startProxy } from '../../support/network/startProxy.ts'
import { startTlsServer } from '../../support/network/startTlsServer.ts'
import { rejection } from '../../support/rejection.ts'

const authority = createAuthority()
const host = 'api.phone.test'
const origin = `https://${host}`

describe('settings that change while the editor runs', () => {
  it('send later requests the new way and let those under way finish', async (t) => {
    const answers: ServerResponse[] = []
    const arrived = Promise.withResolvers<void>()
    const server = await startTlsServer(t, authority.issue([host]), (response, nth) => {
      if (nth > 2) return response.end('"new"')
      answers.push(response)
      if (nth === 2) arrived.resolve()
      return undefined
    })
    const hosts = { [host]: server.port }
    const [first, second] = [await startProxy(t, { hosts }), await startProxy(t, { hosts })]
    let settings: NetworkSettings = {
      ...directSettings,
      proxySupport: 'on',
      systemCertificates: true,
      proxy: first.url,
    }
    const transport = createTransport(
      () => settings,
      () => [authority.cert],
    )
    const { send } = connectHttp(t, {}, transport)
    const read = send({ origin })
    const write = send({ origin, method: 'POST', operation: 'rent' })
    await arrived.promise
    settings = { ...settings, proxy: second.url }
    assert.equal((await send({ origin })).text, '"new"')
    assert.equal((await send({ origin, method: 'POST', operation: 'rent' })).text, '"new"')
    for (const answer of answers) answer.end('"old"')
    assert.deepEqual([(await read).text, (await write).text], ['"old"', '"old"'])
    assert.deepEqual([first.requests.length, second.requests.length], [2, 2])
  })

  it('close the old connections once nothing is under way on them', async (t) => {
    const server = await startTlsServer(t, authority.issue([host]))
    const proxy = await startProxy(t, { hosts: { [host]: server.port } })
    let settings: NetworkSettings = {
      ...directSettings,
      proxySupport: 'on',
      systemCertificates: true,
      proxy: proxy.url,
    }
    const transport = createTransport(
      () => settings,
      () => [authority.cert],
    )
    const { send } = connectHttp(t, {}, transport)
    await send({ origin })
    assert.equal(server.closed(), 0)
    settings = { ...settings }
    await send({ origin })
    for (let turn = 0; turn < 1_000 && server.closed() === 0; turn++) await new Promise(setImmediate)
    assert.equal(server.closed(), 1)
    assert.equal(server.requests.length, 2)
  })

  it('can take trust away and give it back', async (t) => {
    const server = await startTlsServer(t, authority.issue([host]))
    const proxy = await startProxy(t, { hosts: { [host]: server.port } })
    const trusting: NetworkSettings = {
      ...directSettings,
      proxySupport: 'on',
      systemCertificates: true,
      proxy: proxy.url,
    }
    let settings = trusting
    const transport = createTransport(
      () => settings,
      () => [authority.cert],
    )
    const { send } = connectHttp(t, {}, transport)
    await send({ origin })
    settings = { ...trusting, systemCertificates: false }
    const { facts } = await rejection(send({ origin, method: 'POST', operation: 'rent' }))
    assert.equal(facts.kind, 'network')
    assert.equal(facts.fields?.[0]?.field, 'Certificate')
    settings = trusting
    await send({ origin })
    assert.equal(server.requests.length, 2)
  })
})
