import type { ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { TestScope } from '../startSandbox.ts'
import type { Identity } from './certificates.ts'

export interface TlsRequest {
  readonly method: string
  readonly authorization: string | undefined
  readonly proxyAuthorization: string | undefined
  /** Which connection it came over, counted from 1. */
  readonly connection: number
}

export interface TlsServer {
  readonly port: number
  readonly requests: readonly TlsRequest[]
  /** How many connections have ended. */
  readonly closed: () => number
}

/** A TLS server on this machine that remembers what it was asked and closes itself when `scope` ends. */
export async function startTlsServer(
  scope: TestScope,
  identity: Identity,
  respond: (response: ServerResponse, nth: number) => void = (response) => response.end('{"ok":true}'),
): Promise<TlsServer> {
  const requests: TlsRequest[] = []
  const connections = new Map<TLSSocket, number>()
  let closed = 0
  const server = createServer({ ...identity }, (incoming, response) => {
    incoming.resume()
    const { authorization, 'proxy-authorization': proxyAuthorization } = incoming.headers
    const connection = connections.get(incoming.socket as TLSSocket) ?? 0
    requests.push({ method: incoming.method ?? '', authorization, proxyAuthorization, connection })
    respond(response, requests.length)
  })
  server.on('secureConnection', (socket: TLSSocket) => {
    connections.set(socket, connections.size + 1)
    socket.on('close', () => {
      closed += 1
    })
  })
  // A client that does not believe the certificate ends the handshake: expected here.
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  scope.after(async () => {
    const ended = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await ended
  })
  return { port: (server.address() as AddressInfo).port, requests, closed: () => closed }
}
