import type { CountryCode } from '../../core/country.ts'
import type { KnownValue, NumberSettings, Provisioning } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import type { Call, PlivoAccount } from './plivoAccount.ts'
import { parseApplication } from './plivoApplications.ts'
import { isSubaccount, typeFrom } from './plivoMapping.ts'
import { fetchRow } from './plivoOwned.ts'
import { type SettingsRow, settingsRow } from './plivoSchemas.ts'
import { type DeclaredSetting, declaredSettings, type SettingsScope } from './plivoSettingsFields.ts'
import type { PlivoValues } from './plivoSettingsPatch.ts'
import { cnamField } from './plivoSettingsTexts.ts'

/** One number's settings as Plivo tells them. */
export interface ReadSettings {
  readonly declared: readonly DeclaredSetting[]
  readonly current: PlivoValues
  /** The trunk that the number goes to, when it goes to one. */
  readonly trunk?: string
  readonly settings: NumberSettings
}

/** Reads the number's row; undefined when Plivo says that the account does not have it. */
export async function readSettings(account: PlivoAccount, number: E164, call: Call): Promise<ReadSettings | undefined> {
  const row = await fetchRow(account, number, call, settingsRow)
  if (row === undefined) return undefined
  return settingsFrom(row, number, { country: account.rows.countryOf(number), authId: account.rows.authId })
}

interface RowSurroundings {
  readonly country: CountryCode | undefined
  readonly authId: string
}

/** A row as settings: which ones the number has, and what they are now. */
export function settingsFrom(row: SettingsRow, number: E164, { country, authId }: RowSurroundings): ReadSettings {
  const type = typeFrom(row.number_type) ?? typeFrom(row.type)
  const scope: SettingsScope = { country, type, withSubaccount: !isSubaccount(authId) }
  const declared = declaredSettings(scope)
  const current = valuesOf(row)
  const values = Object.fromEntries(
    declared.map(({ setting, field }): [string, KnownValue] => [field.key, knownValue(current[setting])]),
  )
  const provisioning = row.active === false ? [notUsableYet] : []
  const link = typeof row.application === 'string' ? parseApplication(row.application) : undefined
  return {
    declared,
    current,
    ...(link?.kind === 'trunk' ? { trunk: link.id } : {}),
    settings: { number, fields: declared.map(({ field }) => field), values, provisioning },
  }
}

const notUsableYet: Provisioning = {
  subject: t('Number'),
  status: 'waiting',
  detail: t('Plivo does not call the number active yet.'),
}

/** A number whose rent Plivo accepted as pending and that it does not list yet: there is nothing to set. */
export function pendingSettings(number: E164): NumberSettings {
  const detail = t('Plivo is reviewing the documents for this number. It can be set up when Plivo lists it.')
  return { number, fields: [], values: {}, provisioning: [{ ...notUsableYet, detail }] }
}

function valuesOf(row: SettingsRow): PlivoValues {
  const cnamLookup = row.cnam_lookup?.trim().toLowerCase()
  return {
    alias: plainSentence(row.alias ?? ''),
    application: applicationId(row.application),
    subaccount: row.sub_account?.trim() ?? '',
    compliance: row.compliance_application_id?.trim() ?? '',
    cnamLookup: cnamField.input.choices.find(({ value }) => value === cnamLookup)?.value,
  }
}

/** The id to send again; `''` when the number goes nowhere, undefined when what stands there cannot be read. */
export function applicationId(application: unknown): string | undefined {
  if (application === null || application === undefined) return ''
  if (typeof application !== 'string') return undefined
  return application.trim() === '' ? '' : parseApplication(application)?.id
}

function knownValue(value: string | undefined): KnownValue {
  return value === undefined ? { kind: 'unknown' } : { kind: 'known', value }
}
