import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { TestScope } from '../startSandbox.ts'
import type { Identity } from './certificates.ts'

export interface ProxyOptions {
  /** Which local port answers for a host. Other hosts are answered with 502. */
  readonly hosts: Readonly<Record<string, number>>
  /** The only `Proxy-Authorization` that is accepted; anything else is answered with 407. */
  readonly authorization?: string
  /** Answers every request with this status instead of connecting. */
  readonly refuseWith?: number
  /** Never answers. */
  readonly silent?: boolean
  /** Reached over TLS. */
  readonly identity?: Identity
}

export interface ProxyRequest {
  readonly kind: 'tunnel' | 'forward'
  /** `host:port` of a tunnel, the whole address of a forwarded request. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

export interface TestProxy {
  /** `http://localhost:<port>`, `https` with an identity. */
  readonly url: string
  readonly requests: readonly ProxyRequest[]
  /** Resolves when the proxy has been asked for the nth time. */
  asked(nth: number): Promise<void>
}

/** A real HTTP proxy on this machine: tunnels by CONNECT, forwards plain requests. It closes itself when `scope` ends. */
export async function startProxy(scope: TestScope, options: ProxyOptions): Promise<TestProxy> {
  const requests: ProxyRequest[] = []
  const waiting: { readonly nth: number; readonly resolve: () => void }[] = []
  const note = (kind: ProxyRequest['kind'], { url = '', headers }: IncomingMessage) => {
    requests.push({ kind, target: url, headers })
    for (const { nth, resolve } of waiting) if (requests.length >= nth) resolve()
  }
  const server: Server = options.identity === undefined ? createServer() : createTlsServer({ ...options.identity })
  const sockets = new Set<Duplex>()
  server.on('connection', (socket: Socket) => keep(sockets, socket))
  server.on('connect', (incoming: IncomingMessage, client: Duplex) => {
    note('tunnel', incoming)
    client.on('error', () => client.destroy())
    if (options.silent !== true) tunnel(options, incoming, client, sockets)
  })
  server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
    note('forward', incoming)
    if (options.silent !== true) forward(options, incoming, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  scope.after(async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `${options.identity === undefined ? 'http' : 'https'}://localhost:${port}`,
    requests,
    asked: (nth) => new Promise((resolve) => (requests.length >= nth ? resolve() : waiting.push({ nth, resolve }))),
  }
}

function keep(sockets: Set<Duplex>, socket: Duplex): void {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
}

/** The status that ends a request here, undefined when it may go on. */
function refusal(options: ProxyOptions, { headers }: IncomingMessage, port: number | undefined): number | undefined {
  if (options.authorization !== undefined && headers['proxy-authorization'] !== options.authorization) return 407
  return options.refuseWith ?? (port === undefined ? 502 : undefined)
}

function tunnel(options: ProxyOptions, incoming: IncomingMessage, client: Duplex, sockets: Set<Duplex>): void {
  const host = (incoming.url ?? '').replace(/:\d+$/, '')
  const port = options.hosts[host]
  const status = refusal(options, incoming, port)
  if (status !== undefined || port === undefined) {
    client.end(`HTTP/1.1 ${status} Refused\r\nproxy-authenticate: Basic realm="test"\r\ncontent-length: 0\r\n\r\n`)
    return
  }
  const upstream = connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
    upstream.pipe(client).pipe(upstream)
  })
  keep(sockets, upstream)
  upstream.on('error', () => client.destroy())
  upstream.on('close', () => client.destroy())
  client.on('close', () => upstream.destroy())
}

function forward(options: ProxyOptions, incoming: IncomingMessage, response: ServerResponse): void {
  const url = new URL(incoming.url ?? '')
  const port = options.hosts[url.hostname]
  const status = refusal(options, incoming, port)
  if (status !== undefined || port === undefined) {
    response.writeHead(status ?? 502, { 'proxy-authenticate': 'Basic realm="test"' }).end('refused')
    return
  }
  const { 'proxy-authorization': _secret, ...headers } = incoming.headers
  const { method } = incoming
  const upstream = request({
    port,
    host: '127.0.0.1',
    path: url.pathname + url.search,
    headers,
    agent: false,
    ...(method ? { method } : {}),
  })
  upstream.on('response', (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)))
  upstream.on('error', () => response.destroy())
  incoming.pipe(upstream)
}
