import { BlockList, isIP } from 'node:net'

/** Where a request goes: the host without brackets, in lower case, and the port, also when it is the default one. */
export interface Destination {
  readonly host: string
  readonly port: string
}

/**
 * Whether an entry of a list of hosts without proxy names this destination: `*`, `host` (its subdomains too, as in the editor and in
 * curl), `.suffix`, `*.suffix`, an address, a range like `10.0.0.0/8`; a port after any of them limits it. Unreadable entries name
 * nothing.
 */
export function isWithoutProxy(entry: string, destination: Destination): boolean {
  const text = entry.trim().toLowerCase()
  if (text === '') return false
  if (text === '*') return true
  if (text.includes('/')) return isInRange(text, destination.host)
  const { name, port } = splitPort(text)
  if (port !== undefined && port !== destination.port) return false
  if (isIP(name) !== 0 || isIP(destination.host) !== 0) return isSameAddress(name, destination.host)
  const domain = name.replace(/^\*?\./, '')
  return domain !== '' && (destination.host === domain || destination.host.endsWith(`.${domain}`))
}

function splitPort(text: string): { readonly name: string; readonly port?: string } {
  const bracketed = /^\[([^\]]+)\](?::(\d+))?$/.exec(text)
  const plain = isIP(text) === 6 ? undefined : /^([^:]+):(\d+)$/.exec(text)
  const [, name = text, port] = bracketed ?? plain ?? []
  return port === undefined ? { name } : { name, port }
}

function isSameAddress(name: string, host: string): boolean {
  const family = isIP(name)
  if (family === 0 || family !== isIP(host)) return false
  const list = new BlockList()
  list.addAddress(name, familyName(family))
  return list.check(host, familyName(family))
}

function isInRange(range: string, host: string): boolean {
  const match = /^\[?([0-9a-f:.]+)\]?\/(\d{1,3})$/.exec(range)
  const family = isIP(match?.[1] ?? '')
  const bits = Number(match?.[2])
  if (match?.[1] === undefined || family === 0 || family !== isIP(host) || bits > (family === 4 ? 32 : 128))
    return false
  const list = new BlockList()
  list.addSubnet(match[1], bits, familyName(family))
  return list.check(host, familyName(family))
}

function familyName(family: number): 'ipv4' | 'ipv6' {
  return family === 4 ? 'ipv4' : 'ipv6'
}
