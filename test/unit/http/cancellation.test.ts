import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { describe, it, type TestContext } from 'node:test'
import { directSettings } from '../../../src/http/networkSettings.ts'
import { createTransport } from '../../../src/http/transport.ts'
import { connectHttp } from '../../support/connectHttp.ts'
import { createAuthority } from '../../support/network/certificates.ts'
import { startProxy } from '../../support/network/startProxy.ts'
import { startTlsServer } from '../../support/network/startTlsServer.ts'
import { rejection } from '../../support/rejection.ts'
import { startLocalServer } from '../../support/startLocalServer.ts'

describe('cancelling', { concurrency: true }, () => {
  for (const method of ['GET', 'POST'] as const) {
    it(`ends the connection of a ${method} that waits for its answer: the server sees it close`, async (t) => {
      const controller = new AbortController()
      const closed = Promise.withResolvers<void>()
      const server = await startLocalServer(t, (_request, response) => {
        response.socket?.on('close', () => closed.resolve())
        controller.abort()
      })
      const { send } = connectHttp(t)
      await rejection(send({ origin: server.origin, method, operation: 'rent', signal: controller.signal }))
      await closed.promise
    })

    it(`ends the connection of a ${method} in the middle of its answer`, async (t) => {
      const controller = new AbortController()
      const closed = Promise.withResolvers<void>()
      const server = await startLocalServer(t, (_request, response) => {
        response.socket?.on('close', () => closed.resolve())
        response.writeHead(200).write('{"half":', () => controller.abort())
      })
      const { send } = connectHttp(t)
      const { kind } = await rejection(
        send({ origin: server.origin, method, operation: 'rent', signal: controller.signal }),
      )
      assert.equal(kind, method === 'GET' ? 'cancelled' : 'unknownOutcome')
      await closed.promise
    })
  }

  it('goes through the tunnel of a proxy to the provider', async (t) => {
    const authority = createAuthority()
    const controller = new AbortController()
    const closed = Promise.withResolvers<void>()
    const server = await startTlsServer(t, authority.issue(['api.phone.test']), (response) => {
      response.socket?.on('close', () => closed.resolve())
      controller.abort()
    })
    const proxy = await startProxy(t, { hosts: { 'api.phone.test': server.port } })
    const settings = { ...directSettings, proxySupport: 'on', systemCertificates: true, proxy: proxy.url } as const
    const transport = createTransport(
      () => settings,
      () => [authority.cert],
    )
    const { send } = connectHttp(t, {}, transport)
    const request = send({ origin: 'https://api.phone.test', signal: controller.signal })
    assert.equal((await rejection(request)).kind, 'cancelled')
    await closed.promise
  })

  it('does not wait for a connection that does not come about', async (t) => {
    const { port, arrived } = await startSilentListener(t)
    const { send } = connectHttp(t)
    const controller = new AbortController()
    const request = rejection(send({ origin: `https://127.0.0.1:${port}`, signal: controller.signal }))
    await arrived
    const started = performance.now()
    controller.abort()
    assert.equal((await request).kind, 'cancelled')
    assert.ok(performance.now() - started < 1_000)
  })

  it('one of several reads leaves the others alone', async (t) => {
    const controller = new AbortController()
    const answers: (() => void)[] = []
    const server = await startLocalServer(t, (_request, response, nth) => {
      answers.push(() => response.end('{}'))
      if (nth === 3) controller.abort()
    })
    const { send } = connectHttp(t)
    const { origin } = server
    const others = [send({ origin }), send({ origin })]
    const cancelled = rejection(send({ origin, signal: controller.signal }))
    assert.equal((await cancelled).kind, 'cancelled')
    for (const answer of answers) answer()
    assert.deepEqual(
      (await Promise.all(others)).map(({ status }) => status),
      [200, 200],
    )
  })
})

/** Accepts connections and says nothing: a TLS handshake never ends. */
async function startSilentListener(t: TestContext) {
  const sockets = new Set<Socket>()
  const arrived = Promise.withResolvers<void>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('data', () => arrived.resolve())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, arrived: arrived.promise }
}
