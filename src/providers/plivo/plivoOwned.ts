import type * as z from 'zod'
import type { OwnedNumber, UnreadableRow } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { jsonOrUndefined, plainSentence } from '../../http/answers.ts'
import { type Call, digitsForPath, type PlivoAccount } from './plivoAccount.ts'
import { numberFrom, ownedFrom, type RowContext } from './plivoMapping.ts'
import { ownedRow } from './plivoSchemas.ts'

export type ReadRow =
  | { readonly kind: 'owned'; readonly owned: OwnedNumber }
  | { readonly kind: 'unreadable'; readonly row: UnreadableRow }

/** One row of `Number/`. A row without a readable number becomes visible as unreadable. */
export function readOwnedRow(row: unknown, context: RowContext): ReadRow {
  const parsed = ownedRow.safeParse(row)
  const number = parsed.success ? numberFrom(parsed.data.number) : undefined
  if (parsed.success && number !== undefined) return { kind: 'owned', owned: ownedFrom(parsed.data, number, context) }
  const hint = parsed.success ? plainSentence(parsed.data.number).slice(0, 40) : ''
  const reason = parsed.success ? t('Its number is not a phone number.') : t('It has no number.')
  return { kind: 'unreadable', row: hint === '' ? { reason } : { reason, hint } }
}

/** One owned number, undefined when Plivo says that the account does not have it. */
export async function fetchOwned(account: PlivoAccount, number: E164, call: Call): Promise<OwnedNumber | undefined> {
  const row = await fetchRow(account, number, call, ownedRow)
  return row === undefined ? undefined : ownedFrom(row, number, account.rows)
}

/**
 * The row of one owned number through a schema, undefined when Plivo says that the account does not have it. Rejects with `unexpected`
 * when the answer is not the row of this number.
 */
export async function fetchRow<Row extends { readonly number: string }>(
  account: PlivoAccount,
  number: E164,
  call: Call,
  schema: z.ZodType<Row>,
): Promise<Row | undefined> {
  const answer = await account.find(`Number/${digitsForPath(number, call.operation)}/`, call)
  if (answer === undefined) return undefined
  const parsed = schema.safeParse(jsonOrUndefined(answer))
  if (parsed.success && numberFrom(parsed.data.number) === number) return parsed.data
  const detail = t('the answer is not the row of the number that was asked for')
  throw new ProviderError({ kind: 'unexpected', provider: 'plivo', operation: call.operation, detail })
}
