import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestScope } from './startSandbox.ts'

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Which connection it came over, counted from 1. */
  readonly connection: number
}

/** A server on this machine that answers as the test says and remembers what it was asked. */
export interface LocalServer {
  readonly origin: string
  readonly requests: readonly SeenRequest[]
}

/** `respond` gets the request and its place in the sequence, counted from 1. */
export type Respond = (request: SeenRequest, response: ServerResponse, nth: number) => void

/** Starts a server on a free port that closes itself when `scope` ends. */
export async function startLocalServer(scope: TestScope, respond: Respond): Promise<LocalServer> {
  const requests: SeenRequest[] = []
  const connections = new Map<unknown, number>()
  const server = createServer((incoming, response) => {
    const connection = connections.get(incoming.socket) ?? connections.size + 1
    connections.set(incoming.socket, connection)
    readText(incoming).then(
      (body) => {
        const { method = '', url = '', headers } = incoming
        const request = { method, url, headers, body, connection }
        requests.push(request)
        respond(request, response, requests.length)
      },
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  scope.after(async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  })
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, requests }
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
