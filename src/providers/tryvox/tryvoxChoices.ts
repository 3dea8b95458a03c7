import type { Choice } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'
import { plainSentence, readAnswer } from '../../http/answers.ts'
import { parallelPages } from '../../http/parallelPages.ts'
import { type Call, successful, type TryvoxAccount } from './tryvoxAccount.ts'
import { tryvoxFailure } from './tryvoxErrors.ts'
import { countsOf } from './tryvoxPages.ts'
import { trunkRow, trunksAnswer } from './tryvoxSchemas.ts'

const mostPages = 50
const pagesInFlight = 6

/** The account's trunks. TryVox lists no applications: their ids are typed. */
export async function listChoices(account: TryvoxAccount, fieldKey: string, call: Call): Promise<readonly Choice[]> {
  if (fieldKey === 'trunkId') return await listTrunks(account, call)
  throw tryvoxFailure('unsupported', call.operation, { detail: t('there are no choices for this field') })
}

/** All pages, where TryVox says that there are several: the list is documented without any. */
async function listTrunks(account: TryvoxAccount, call: Call): Promise<readonly Choice[]> {
  const first = readPage(await account.ask('/trunks', {}, call))
  const others = Array.from({ length: Math.min(first.pages, mostPages) - 1 }, (_, index) => index + 2)
  const read = async (page: number, signal: AbortSignal) =>
    readPage(await account.ask('/trunks', { page: String(page) }, { ...call, signal }))
  const rows = [...first.rows]
  for await (const page of parallelPages(others, pagesInFlight, call.signal, read)) rows.push(...page.rows)
  const choices = new Map<string, Choice>()
  for (const choice of rows.flatMap(choiceFrom)) choices.set(choice.value, choice)
  return [...choices.values()]
}

function readPage(answer: Parameters<typeof successful>[0]) {
  const { data, pagination } = readAnswer('tryvox', successful(answer), trunksAnswer)
  return { rows: data, pages: countsOf(pagination ?? undefined).totalPages ?? 1 }
}

/** A row without an id cannot be chosen. */
function choiceFrom(row: unknown): readonly Choice[] {
  const parsed = trunkRow.safeParse(row)
  if (!parsed.success) return []
  const { id, name, sip_domain: domain, status } = parsed.data
  const state = plainSentence(status ?? '')
  const hint = [plainSentence(domain ?? '') || plainSentence(id), state === 'active' ? '' : state]
  return [{ value: id, label: plainSentence(name ?? '') || plainSentence(id), hint: hint.filter(Boolean).join(', ') }]
}
