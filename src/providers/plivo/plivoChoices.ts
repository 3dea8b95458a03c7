import type * as z from 'zod'
import type { Choice } from '../../core/providerDefinition.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import { parallelPages } from '../../http/parallelPages.ts'
import type { Call, PlivoAccount } from './plivoAccount.ts'
import { fetchPage, type Page, pageOffsets, rowsPerPage } from './plivoPages.ts'
import { applicationRow, complianceAnswer, complianceRow, listAnswer, subaccountRow } from './plivoSchemas.ts'
import { type ComplianceScope, complianceScopeFrom } from './plivoSettingsFields.ts'
import type { SeenTrunks } from './plivoTrunks.ts'

const mostPages = 50
const pagesInFlight = 8

/** Choices for a field of a rent or of the settings. Rejects with `unsupported` for a field that has none. */
export async function listChoices(
  account: PlivoAccount,
  trunks: SeenTrunks,
  fieldKey: string,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  const call: Call = { operation: 'choices', signal }
  const compliance = complianceScopeFrom(fieldKey)
  if (compliance !== undefined) return await listCompliances(account, compliance, call)
  switch (fieldKey) {
    case 'applicationId':
      return await listApplications(account, call)
    case 'application':
      return [...(await listApplications(account, call)), ...trunks.choices()]
    case 'subaccount':
      return await listSubaccounts(account, call)
    default: {
      const detail = t('there are no choices for this field')
      throw new ProviderError({ kind: 'unsupported', provider: 'plivo', operation: 'choices', detail })
    }
  }
}

/** The account's applications, by creation date as Plivo lists them, at most 1,000. */
async function listApplications(account: PlivoAccount, call: Call): Promise<readonly Choice[]> {
  return choicesOf(await readAll(account, { path: 'Application/', query: {} }, call), applicationRow, (row) => {
    return choice(row.app_id, row.app_name)
  })
}

/** Id, name and whether it is enabled; nothing else of a subaccount is kept. */
async function listSubaccounts(account: PlivoAccount, call: Call): Promise<readonly Choice[]> {
  return choicesOf(await readAll(account, { path: 'Subaccount/', query: {} }, call), subaccountRow, (row) => {
    const { value, label, hint } = choice(row.auth_id, row.name)
    return { value, label, hint: row.enabled === false ? t('{0}, disabled', hint) : hint }
  })
}

/** The accepted records of one country and type. Plivo filters; what its rows say is checked all the same. */
async function listCompliances(
  account: PlivoAccount,
  { country, type }: ComplianceScope,
  call: Call,
): Promise<readonly Choice[]> {
  const query = { status: 'accepted', country_iso: country, number_type: type }
  const list = { path: 'PhoneNumber/Compliance/', query, schema: complianceAnswer }
  const rows = await readAll(account, list, call)
  return choicesOf(rows, complianceRow, (row) => {
    const fits = isWord(row.status, 'accepted') && isWord(row.country_iso, country) && isWord(row.number_type, type)
    return fits ? choice(row.compliance_id, row.alias) : undefined
  })
}

/** Words are compared without case; one that a row leaves out is answered by the filter. */
function isWord(word: string | null | undefined, wanted: string): boolean {
  return (word ?? wanted).trim().toLowerCase() === wanted.toLowerCase()
}

function choice(value: string, name: string | null | undefined) {
  return { value, label: plainSentence(name ?? '') || plainSentence(value), hint: plainSentence(value) }
}

function choicesOf<Schema extends z.ZodType>(
  rows: readonly unknown[],
  schema: Schema,
  read: (row: z.output<Schema>) => Choice | undefined,
): readonly Choice[] {
  const choices = new Map<string, Choice>()
  for (const row of rows) {
    const parsed = schema.safeParse(row)
    const found = parsed.success ? read(parsed.data) : undefined
    if (found !== undefined) choices.set(found.value, found)
  }
  return [...choices.values()]
}

interface ChoiceList {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly schema?: z.ZodType<z.output<typeof listAnswer>>
}

/** All rows of a list, at most 1,000. Rejects when a page fails: a part of the choices would look like all of them. */
async function readAll(account: PlivoAccount, list: ChoiceList, call: Call): Promise<readonly unknown[]> {
  const read = (offset: number, signal: AbortSignal): Promise<Page> =>
    fetchPage(account, list.path, list.query, offset, { ...call, signal }, list.schema ?? listAnswer)
  const first = await read(0, call.signal)
  const rows = [...first.rows]
  if (first.total !== undefined) {
    const offsets = pageOffsets(first.total, mostPages)
    for await (const page of parallelPages(offsets, pagesInFlight, call.signal, read)) rows.push(...page.rows)
    return rows
  }
  // Without a count every full page may be followed by another one.
  let page = first
  for (const offset of pageOffsets(mostPages * rowsPerPage, mostPages)) {
    if (page.rows.length < rowsPerPage) break
    page = await read(offset, call.signal)
    rows.push(...page.rows)
  }
  return rows
}
