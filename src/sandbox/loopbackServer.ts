import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type RequestHandler = (request: IncomingMessage, response: ServerResponse, connection: number) => Promise<void>

export interface LoopbackServer {
  /** `http://127.0.0.1:port`, without a path. */
  readonly origin: string
  readonly port: number
  /** Stops listening and destroys every open connection. */
  close(): Promise<void>
}

/** Longer than any client keeps an idle connection, so that a reused one is never closed under a request. */
const KEEP_ALIVE_MS = 10 * 60 * 1_000

/**
 * An HTTP server on 127.0.0.1 only; port 0 picks a free one.
 * Requests that a web page could have caused (a foreign Host, any Origin) are refused with 403 before the handler.
 * @throws the system's error when the port cannot be opened.
 */
export async function listenOnLoopback(port: number, handler: RequestHandler): Promise<LoopbackServer> {
  const connections = new Map<Socket, number>()
  let opened = 0
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0 }, (request, response) => {
    // A client that went away is not the server's failure.
    response.on('error', () => undefined)
    if (!isFromHere(request)) return refuse(request, response)
    handler(request, response, connections.get(request.socket) ?? 0).catch(() => request.socket.destroy())
  })
  server.on('connection', (socket) => {
    opened += 1
    connections.set(socket, opened)
    socket.once('close', () => connections.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of connections.keys()) socket.destroy()
      }),
  }
}

/** A page in a browser always shows itself by one of these two; programs on this machine do not. */
function isFromHere(request: IncomingMessage): boolean {
  const { host, origin } = request.headers
  const port = request.socket.localPort
  return origin === undefined && (host === `127.0.0.1:${port}` || host === `localhost:${port}`)
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  request.resume()
  response.writeHead(403, { 'content-type': 'text/plain' }).end('The sandbox answers programs on this machine only.\n')
}
