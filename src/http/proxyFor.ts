import { t } from '../core/words.ts'
import type { NetworkSettings } from './networkSettings.ts'
import { type Destination, isWithoutProxy } from './noProxy.ts'

/** The way to an origin. */
export type Route =
  | { readonly kind: 'direct' }
  /** `url` without name and password; `authorization` is a `Proxy-Authorization` value made of them or of the setting. */
  | { readonly kind: 'proxy'; readonly url: string; readonly authorization?: string }
  /** A proxy is configured that cannot be used. Nothing is sent then: going around it would not be what was asked for. */
  | { readonly kind: 'unusable'; readonly reason: string }

const direct: Route = { kind: 'direct' }

/**
 * The way to an origin, decided in the editor's order: this machine directly; `http.noProxy`, or without it the environment's `NO_PROXY`;
 * `http.proxy`; the environment's proxy; else directly.
 */
export function proxyFor(origin: string, settings: NetworkSettings): Route {
  const url = new URL(origin)
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (settings.proxySupport === 'off' || isThisMachine(host)) return direct
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  if (isExcepted({ host, port }, settings)) return direct
  const configured = settings.proxy.trim()
  if (configured !== '') return routeThrough(configured, t('“http.proxy”'), settings)
  const inherited = environmentProxy(url.protocol, settings.environment)
  return inherited === undefined ? direct : routeThrough(inherited.value, inherited.name, settings)
}

/** Name lookups are not asked: only what is this machine by its writing. */
function isThisMachine(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    /^(127(\.\d{1,3}){3}|::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4})$/.test(host)
  )
}

function isExcepted(destination: Destination, { noProxy, environment }: NetworkSettings): boolean {
  const configured = noProxy.filter((entry) => entry.trim() !== '')
  const inherited = firstSet(environment, ['no_proxy', 'NO_PROXY'])?.value.split(/[\s,]+/) ?? []
  const entries = configured.length > 0 ? configured : inherited
  return entries.some((entry) => isWithoutProxy(entry, destination))
}

function environmentProxy(protocol: string, environment: NetworkSettings['environment']) {
  const names = ['http_proxy', 'HTTP_PROXY']
  return firstSet(environment, protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY', ...names] : names)
}

/** An empty variable is as good as none: `https_proxy=""` must not hide `HTTPS_PROXY`. */
function firstSet(environment: NetworkSettings['environment'], names: readonly string[]) {
  for (const name of names) {
    const value = environment[name]?.trim() ?? ''
    if (value !== '') return { name, value }
  }
  return undefined
}

function routeThrough(text: string, source: string, { proxyAuthorization }: NetworkSettings): Route {
  const url = proxyUrl(text)
  if (url === undefined) return { kind: 'unusable', reason: t('{0} is not the address of a proxy', source) }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return {
      kind: 'unusable',
      reason: t('{0} names a proxy of the kind {1}; http and https work', source, url.protocol.slice(0, -1)),
    }
  }
  const authorization = proxyAuthorization?.trim() || basicOf(url)
  if (authorization !== undefined && !/^[\x20-\x7e]+$/.test(authorization)) {
    return { kind: 'unusable', reason: t('“http.proxyAuthorization” has characters that cannot be sent') }
  }
  return { kind: 'proxy', url: url.origin, ...(authorization === undefined ? {} : { authorization }) }
}

/** The environment may hold `proxy.example.com:8080` without a scheme. */
function proxyUrl(text: string): URL | undefined {
  const address = text.includes('://') ? text : `http://${text}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.hostname ? url : undefined
}

function basicOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined
  const pair = `${decoded(username)}:${decoded(password)}`
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`
}

/** A stray percent sign stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
