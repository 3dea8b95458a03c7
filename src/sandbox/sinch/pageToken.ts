import { createHash } from 'node:crypto'
import type { OwnedNumber } from './ownedNumber.ts'
import { badField } from './refusal.ts'

/** The row after which a page begins, by everything that an order can be made of. */
export type RowKey = Pick<OwnedNumber, 'phoneNumber' | 'displayName' | 'sequence'>

export interface PagePlace {
  /** Counts from 1. */
  readonly page: number
  readonly after: RowKey | undefined
}

/** Characters that mean something else in a query unless they are escaped. */
const RESERVED = '+/='

/** Writes a place as an opaque token that is good for one query only: URL-safe, unless it is to begin with reserved characters. */
export function writePageToken({ page, after }: PagePlace, fingerprint: string, reserved: boolean): string {
  const key = after === undefined ? [] : [after.phoneNumber, after.displayName, after.sequence]
  const token = Buffer.from(JSON.stringify([shortHash(fingerprint), page, ...key])).toString('base64url')
  return reserved ? RESERVED + token : token
}

/** Reads it back. @throws Refusal (400 for `pageToken`) when it is damaged or comes from another query. */
export function readPageToken(token: string, fingerprint: string): PagePlace {
  const parts = parse(token.startsWith(RESERVED) ? token.slice(RESERVED.length) : token)
  const [hash, page, phoneNumber, displayName, sequence] = parts
  if (hash !== shortHash(fingerprint) || typeof page !== 'number') throw badPageToken()
  if (parts.length === 2) return { page, after: undefined }
  if (typeof phoneNumber !== 'string' || typeof displayName !== 'string' || typeof sequence !== 'number') {
    throw badPageToken()
  }
  return { page, after: { phoneNumber, displayName, sequence } }
}

/** The refusal of a page token. */
export function badPageToken(): Error {
  return badField('pageToken', 'Unknown or expired page token')
}

function parse(token: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}
