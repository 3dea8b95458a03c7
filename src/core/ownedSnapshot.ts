import type { Endpoints } from './account.ts'
import { sameEndpoints } from './endpoints.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import { readOwnedNumber } from './ownedNumberText.ts'

/** What a snapshot says of itself in its first line. */
export interface SnapshotHead {
  readonly accountId: string
  readonly provider: string
  /** The addresses the list came from: it says nothing about what is at others. */
  readonly endpoints: Endpoints
  /** Epoch milliseconds: when the list was complete. */
  readonly at: number
  readonly count: number
}

const format = 'phone-numbers-inventory'
const version = 1

/** The first line, without the line break. */
export function snapshotHeadLine(head: SnapshotHead): string {
  return JSON.stringify({ format, v: version, ...head })
}

/** One number as a line, without its facts: they are many, and are read again before they matter. */
export function snapshotLine(owned: OwnedNumber): string {
  return JSON.stringify({ ...owned, accountId: undefined, facts: undefined })
}

/** Undefined when the line is not the head of a snapshot that this version wrote. */
export function readSnapshotHead(line: string): SnapshotHead | undefined {
  const value = parseObject(line)
  if (value === undefined || value['format'] !== format || value['v'] !== version) return undefined
  const { accountId, provider, at, count } = value
  const endpoints = readEndpoints(value['endpoints'])
  if (typeof accountId !== 'string' || typeof provider !== 'string' || endpoints === undefined) return undefined
  if (typeof at !== 'number' || typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return undefined
  return { accountId, provider, endpoints, at, count }
}

/** Undefined when the line is damaged. */
export function readSnapshotLine(line: string, accountId: string): OwnedNumber | undefined {
  const value = parseObject(line)
  return value && readOwnedNumber(value, accountId)
}

/** True when the snapshot is about this account at these addresses, and not from the future. */
export function isSnapshotOf(
  head: SnapshotHead,
  account: { readonly id: string; readonly provider: string; readonly endpoints: Endpoints },
  now: number,
): boolean {
  const { accountId, provider, endpoints, at } = head
  return (
    accountId === account.id &&
    provider === account.provider &&
    sameEndpoints(endpoints, account.endpoints) &&
    at <= now
  )
}

function readEndpoints(value: unknown): Endpoints | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { api, auth } = value as { readonly api?: unknown; readonly auth?: unknown }
  if (typeof api !== 'string' || (auth !== undefined && typeof auth !== 'string')) return undefined
  return auth === undefined ? { api } : { api, auth }
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
