import type { WorkspaceConfiguration } from 'vscode'
import type { NetworkSettings } from './lazyParts.ts'

/** The part of the environment that names proxies, in both spellings. */
export const proxyVariables = [
  'http_proxy',
  'HTTP_PROXY',
  'https_proxy',
  'HTTPS_PROXY',
  'no_proxy',
  'NO_PROXY',
] as const

/** What `inspect` answers beside its documented members: the value of this machine, in a window that is connected to another one. */
type Inspected = ReturnType<WorkspaceConfiguration['inspect']> & { readonly globalLocalValue?: unknown }

/**
 * The settings of this machine where the extension runs on it, else those of the window. Values of the wrong type count as missing; values
 * of a workspace are never looked at.
 */
export function readNetworkSettings(
  configuration: Pick<WorkspaceConfiguration, 'inspect'>,
  isRemote: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): NetworkSettings {
  const value = (key: string): unknown => {
    const inspected: Inspected | undefined = configuration.inspect(key)
    const isSplit = inspected !== undefined && 'globalLocalValue' in inspected
    const set = !isRemote && isSplit ? inspected.globalLocalValue : inspected?.globalValue
    return set ?? inspected?.defaultValue
  }
  const noProxy = value('noProxy')
  const authorization = value('proxyAuthorization')
  return {
    proxySupport: supportOf(value('proxySupport')),
    proxy: textOr(value('proxy'), ''),
    noProxy: Array.isArray(noProxy) ? noProxy.filter((entry) => typeof entry === 'string') : [],
    strictSSL: value('proxyStrictSSL') !== false,
    proxyAuthorization: typeof authorization === 'string' ? authorization : undefined,
    systemCertificates: value('systemCertificates') !== false,
    environment: Object.fromEntries(proxyVariables.map((name) => [name, environment[name]])),
  }
}

function supportOf(value: unknown): NetworkSettings['proxySupport'] {
  return value === 'off' || value === 'on' || value === 'fallback' ? value : 'override'
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
