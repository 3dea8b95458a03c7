import type { SecureContext } from 'node:tls'
import { Agent, type Dispatcher, Pool, ProxyAgent } from 'undici'
import type { Effect } from './httpClient.ts'
import { directSettings, type NetworkSettings } from './networkSettings.ts'
import { proxyFor, type Route } from './proxyFor.ts'
import { ProxyUnusable } from './proxyProblem.ts'
import { contextTrusting, type ReadSystemAuthorities, readSystemAuthorities } from './trustedAuthorities.ts'
import type { Transport } from './undiciHttpClient.ts'

const idleMs = 10_000
const connectMs = 10_000

/** Reads share kept-alive connections; writes never reuse one, because a POST on an idle one can fail although it was received. */
type Lines = Readonly<Record<Effect, Dispatcher>>

/** `pipelining: 0` closes a connection after its request. */
const pools = {
  read: { connections: 16, keepAliveTimeout: idleMs, allowH2: false },
  write: { connections: 4, pipelining: 0, allowH2: false },
} as const satisfies Record<Effect, Pool.Options>

/** Direct connections, without settings. */
export function createDirectTransport(): Transport {
  return createTransport(() => directSettings)
}

/**
 * Connections as the settings say: direct or through a proxy, decided for each origin. When `readSettings` answers with another object,
 * later requests go the new way, and the old connections close as soon as the requests on them have ended.
 */
export function createTransport(
  readSettings: () => NetworkSettings,
  readAuthorities: ReadSystemAuthorities = readSystemAuthorities,
): Transport {
  let current = createLines(readSettings(), readAuthorities)
  const retired = new Set<OpenLines>()
  const retire = (old: OpenLines) => {
    retired.add(old)
    // Closing waits for requests under way and fails only when they were ended first.
    old.close().then(
      () => retired.delete(old),
      () => retired.delete(old),
    )
  }
  return {
    dispatcherFor(origin, effect) {
      const settings = readSettings()
      if (settings !== current.settings) {
        retire(current)
        current = createLines(settings, readAuthorities)
      }
      return current.towards(origin)[effect]
    },
    async close() {
      await Promise.all([current, ...retired].map((lines) => lines.destroy()))
    },
  }
}

interface OpenLines {
  readonly settings: NetworkSettings
  towards(origin: string): Lines
  close(): Promise<void>
  destroy(): Promise<void>
}

/** Connections under one set of settings, each made when it is first needed. */
function createLines(settings: NetworkSettings, readAuthorities: ReadSystemAuthorities): OpenLines {
  const open = new Map<string, Lines>()
  let trusted: TlsOptions | undefined
  const tlsFor = (origin: string): TlsOptions => {
    if (!settings.systemCertificates || !origin.startsWith('https:')) return {}
    trusted ??= { secureContext: contextTrusting(readAuthorities()) }
    return trusted
  }
  const all = () => [...open.values()].flatMap(({ read, write }) => [read, write])
  return {
    settings,
    towards(origin) {
      const route = proxyFor(origin, settings)
      if (route.kind === 'unusable') throw new ProxyUnusable(route.reason)
      const key = JSON.stringify([origin, route])
      const lines =
        open.get(key) ??
        linesOf(route, tlsFor(origin), tlsFor(route.kind === 'proxy' ? route.url : origin), settings.strictSSL)
      open.set(key, lines)
      return lines
    },
    close: async () => void (await Promise.all(all().map((dispatcher) => dispatcher.close()))),
    destroy: async () => void (await Promise.all(all().map((dispatcher) => dispatcher.destroy()))),
  }
}

type UsableRoute = Exclude<Route, { readonly kind: 'unusable' }>
interface TlsOptions {
  readonly secureContext?: SecureContext
}

function linesOf(route: UsableRoute, requestTls: TlsOptions, proxyTls: TlsOptions, strictSSL: boolean): Lines {
  if (route.kind === 'direct') {
    const connect = { timeout: connectMs, ...requestTls }
    return { read: new Agent({ ...pools.read, connect }), write: new Agent({ ...pools.write, connect }) }
  }
  const through = (effect: Effect) =>
    new ProxyAgent({
      uri: route.url,
      ...(route.authorization === undefined ? {} : { token: route.authorization }),
      requestTls: { timeout: connectMs, allowH2: false, ...requestTls },
      proxyTls: { timeout: connectMs, allowH2: false, rejectUnauthorized: strictSSL, ...proxyTls },
      // The connections to the proxy itself: one that does not answer CONNECT is given up.
      clientFactory: (origin, options) => new Pool(origin, { ...options, allowH2: false, headersTimeout: connectMs }),
      // Tunnels, and plain connections for targets without TLS, which undici would make without our options.
      factory: (origin, options) => new Pool(origin, { ...options, ...pools[effect] }),
    })
  return { read: through('read'), write: through('write') }
}
