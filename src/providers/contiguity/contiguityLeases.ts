import type { OwnedNumber, UnreadableRow } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { OwnedPage } from '../../core/providerDriver.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess, plainSentence } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { inPortions } from '../../http/inPortions.ts'
import { refuseEndless } from '../../http/rowLimit.ts'
import { type Call, type ContiguityAccount, numberPath, readContiguity } from './contiguityAccount.ts'
import { isContiguityNotFound } from './contiguityErrors.ts'
import { refusal } from './contiguityForbidden.ts'
import { isHeld, isLeasedByAccount, numberOf, ownedFrom } from './contiguityMapping.ts'
import { listAnswer, type NumberRow, numberRow, oneAnswer } from './contiguitySchemas.ts'

/** A row with a readable number. */
export interface ReadRow {
  readonly row: NumberRow
  readonly number: E164
}

/** The rows of a list answer. Contiguity's own 404 on a list means "none"; anybody else's is an error, never "no numbers". */
export function emptyWhen404(answer: HttpAnswer): readonly unknown[] | undefined {
  if (isContiguityNotFound(answer)) return []
  return isSuccess(answer) ? readContiguity(answer, listAnswer).data.numbers : undefined
}

/** All rows of one of the two lists; both come whole, and a count beside them that differs is not trusted. */
export async function fetchRows(
  account: ContiguityAccount,
  list: 'leases' | 'leased',
  call: Call,
): Promise<readonly unknown[]> {
  const answer = await account.get(`/numbers/${list}`, call)
  const rows = emptyWhen404(answer)
  if (rows === undefined) throw await refusal(account, answer, call)
  refuseEndless('contiguity', call.operation, rows.length)
  return rows
}

export function readRow(row: unknown): ReadRow | undefined {
  const parsed = numberRow.safeParse(row)
  const number = parsed.success ? numberOf(parsed.data) : undefined
  return parsed.success && number !== undefined ? { row: parsed.data, number } : undefined
}

/** The held leases, each number once. Ended leases may still be listed and are not owned. */
export async function* listOwned(account: ContiguityAccount, call: Call): AsyncGenerator<OwnedPage> {
  const seen = new Set<E164>()
  for await (const rows of inPortions(await fetchRows(account, 'leased', call))) {
    const numbers: OwnedNumber[] = []
    const unreadable: UnreadableRow[] = []
    for (const row of rows) {
      const read = readRow(row)
      if (read === undefined) unreadable.push(unreadableRow(row))
      else if (isHeld(read.row.lease_status) && !seen.has(read.number)) {
        seen.add(read.number)
        numbers.push(ownedFrom(read.row, read.number, account.rows))
      }
    }
    yield { numbers, unreadable }
  }
}

/**
 * The number as Contiguity knows it, owned or not; undefined when it answers 404. Rejects with `unexpected` when the answer is about
 * another number.
 */
export async function fetchNumber(
  account: ContiguityAccount,
  number: E164,
  call: Call,
): Promise<NumberRow | undefined> {
  const answer = await account.get(`/numbers/${numberPath(number, call.operation)}`, call)
  if (isContiguityNotFound(answer)) return undefined
  if (!isSuccess(answer)) throw await refusal(account, answer, call)
  const read = readRow(readContiguity(answer, oneAnswer).data)
  if (read?.number === number) return read.row
  const detail = t('the answer is not the row of the number that was asked for')
  throw new ProviderError({ kind: 'unexpected', provider: 'contiguity', operation: call.operation, detail })
}

/** One owned number, undefined when the account does not lease it. What Contiguity does not know by itself is looked for in the list. */
export async function fetchOwned(
  account: ContiguityAccount,
  number: E164,
  call: Call,
): Promise<OwnedNumber | undefined> {
  const row = await fetchNumber(account, number, call)
  if (row !== undefined) return isLeasedByAccount(row) ? ownedFrom(row, number, account.rows) : undefined
  return await findLeased(account, number, call)
}

/** The number in the list of held leases. */
export async function findLeased(
  account: ContiguityAccount,
  number: E164,
  call: Call,
): Promise<OwnedNumber | undefined> {
  for await (const { numbers } of listOwned(account, call)) {
    const found = numbers.find((owned) => owned.number === number)
    if (found !== undefined) return found
  }
  return undefined
}

function unreadableRow(row: unknown): UnreadableRow {
  const parsed = numberRow.safeParse(row)
  const hint = parsed.success ? plainSentence(parsed.data.id || parsed.data.lease_id || '').slice(0, 40) : ''
  const reason = t('It has no phone number.')
  return hint === '' ? { reason } : { reason, hint }
}
