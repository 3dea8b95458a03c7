import type { Account, Endpoints } from './account.ts'
import type { ProviderDefinition } from './providerDefinition.ts'
import { t } from './words.ts'

/** Origins by provider id, plus `<id>Auth` for token servers, as the person set them. Untrusted text. */
export type EndpointOverrides = Readonly<Record<string, unknown>>

export type EndpointResolution =
  | { readonly kind: 'valid'; readonly endpoints: Endpoints; readonly overridden: boolean }
  | { readonly kind: 'invalid'; readonly setting: string; readonly problem: string }

/** Where an account's requests go: the provider's own origin unless the setting names another. */
export function resolveEndpoints(definition: ProviderDefinition, overrides: EndpointOverrides): EndpointResolution {
  const api = readOverride(overrides, definition.id)
  if (api.kind === 'invalid') return api
  const authName = `${definition.id}Auth`
  const auth = readOverride(overrides, authName)
  if (auth.kind === 'invalid') return auth
  const defaults = definition.defaultEndpoints
  const endpoints: Endpoints = {
    api: api.origin ?? defaults.api,
    ...(defaults.auth === undefined ? {} : { auth: auth.origin ?? defaults.auth }),
  }
  return { kind: 'valid', endpoints, overridden: api.origin !== undefined || auth.origin !== undefined }
}

type Override =
  | { readonly kind: 'read'; readonly origin: string | undefined }
  | { readonly kind: 'invalid'; readonly setting: string; readonly problem: string }

function readOverride(overrides: EndpointOverrides, setting: string): Override {
  const value = Object.hasOwn(overrides, setting) ? overrides[setting] : undefined
  if (value === undefined || value === null || value === '') return { kind: 'read', origin: undefined }
  if (typeof value !== 'string' || !URL.canParse(value))
    return { kind: 'invalid', setting, problem: t('is not a web address') }
  const url = new URL(value)
  if (url.username !== '' || url.password !== '')
    return { kind: 'invalid', setting, problem: t('must not contain credentials') }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return { kind: 'invalid', setting, problem: t('must be an origin without a path, like https://example.com') }
  }
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname))
  if (!secure) return { kind: 'invalid', setting, problem: t('must use https; plain http is for this machine only') }
  return { kind: 'read', origin: url.origin }
}

/** True for this machine: 127.0.0.0/8, ::1, localhost. */
export function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname)
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
}

/** The host an account talks to when a setting points it at another server than the provider's. A sandbox is marked as such anyway. */
export function otherHost({ sandbox, endpointsOverridden, endpoints }: Account): string | undefined {
  return !sandbox && endpointsOverridden && URL.canParse(endpoints.api) ? new URL(endpoints.api).host : undefined
}

export function sameEndpoints(a: Endpoints, b: Endpoints): boolean {
  return a.api === b.api && a.auth === b.auth
}
