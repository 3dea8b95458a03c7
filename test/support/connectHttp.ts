import type { Log } from '../../src/core/log.ts'
import type { HttpClient, HttpRequest } from '../../src/http/httpClient.ts'
import { createDirectTransport } from '../../src/http/transport.ts'
import {
  createHttpClient,
  defaultTimeouts,
  type HttpClientOptions,
  type Timeouts,
  type Transport,
} from '../../src/http/undiciHttpClient.ts'
import type { TestScope } from './startSandbox.ts'

export interface HttpBench {
  readonly client: HttpClient
  /** Everything that was logged. */
  readonly logged: readonly string[]
  /** Sends a request of which the test says only what matters to it. */
  send(request: Pick<HttpRequest, 'origin'> & Partial<HttpRequest>): ReturnType<HttpClient['send']>
}

/** The real HTTP client, over direct connections unless the test brings others; closed when `scope` ends. */
export function connectHttp(
  scope: TestScope,
  timeouts: Partial<Timeouts> = {},
  transport: Transport = createDirectTransport(),
  differences: Partial<HttpClientOptions> = {},
): HttpBench {
  const logged: string[] = []
  const write = (message: string) => {
    logged.push(message)
  }
  const log: Log = { debug: write, info: write, warn: write, error: write }
  const client = createHttpClient({
    provider: 'testphone',
    transport,
    log,
    timeouts: { ...defaultTimeouts, ...timeouts },
    ...differences,
  })
  scope.after(() => client.close())
  return {
    client,
    logged,
    send: (request) =>
      client.send({
        method: 'GET',
        path: '/',
        headers: {},
        operation: 'list',
        signal: new AbortController().signal,
        ...request,
      }),
  }
}
