import type { FieldValue, SettingsChange } from '../../core/numberSettings.ts'
import { type FieldProblem, ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import type { DeclaredSetting, Setting } from './plivoSettingsFields.ts'

/** The settings of a number as plain text: `''` = none, undefined = Plivo does not say it in a way we can read. */
export type PlivoValues = Readonly<Record<Setting, string | undefined>>

/** What is asked for: only these settings; `''` clears. */
export type PlivoChange = Readonly<Partial<Record<Setting, string>>>

/** The names that requests use. Answers call two of them otherwise. */
export const wireNames = {
  alias: 'alias',
  application: 'app_id',
  subaccount: 'subaccount',
  compliance: 'compliance_application_id',
  cnamLookup: 'cnam_lookup',
} as const satisfies Readonly<Record<Setting, string>>

/**
 * Clears the application. Older SDKs sent `''` or null; null was answered with "changed" and changed nothing. That `''` works is not
 * verified, so the number is read again and what is true is said.
 */
export const clearedApplication = ''

/**
 * The body of one change: what was asked for, and in every case where the number goes. Older documentation says that Plivo assigns the
 * account's default application when `app_id` is missing, so the current one is sent again. Rejects with `invalid` when the current one
 * cannot be read: it would be lost.
 */
export function settingsPatch(current: PlivoValues, change: PlivoChange): Readonly<Record<string, string>> {
  const application = change.application ?? current.application
  if (application === undefined) {
    const problem = t('Plivo does not say in a readable way where the number goes now. Choose an application as well.')
    throw refusedHere([{ field: 'application', problem }])
  }
  const body: Record<string, string> = {}
  for (const [setting, name] of Object.entries(wireNames)) {
    const asked = change[setting as Setting]
    if (asked !== undefined) body[name] = asked
  }
  if (change.application === '') body[wireNames.application] = clearedApplication
  else if (application !== '') body[wireNames.application] = application
  return body
}

/** The change in Plivo's words. Rejects with `invalid` for a field that this number does not have and a value that it cannot take. */
export function readChange(declared: readonly DeclaredSetting[], change: SettingsChange): PlivoChange {
  const asked: Partial<Record<Setting, string>> = {}
  const problems: FieldProblem[] = []
  for (const [key, value] of Object.entries(change)) {
    const found = declared.find(({ field }) => field.key === key)
    const problem = found === undefined ? t('This number has no such setting.') : problemWith(found, value)
    if (found === undefined || problem !== undefined) problems.push({ field: key, problem: problem ?? '' })
    else asked[found.setting] = textOf(value)
  }
  if (problems.length > 0) throw refusedHere(problems)
  return asked
}

function problemWith({ field }: DeclaredSetting, value: FieldValue | null): string | undefined {
  if (value !== null && typeof value !== 'string') return t('This value is not text.')
  const text = textOf(value)
  const { input } = field
  switch (input.kind) {
    case 'text':
      return text.length > input.longest ? t('Use at most {0} characters.', input.longest) : undefined
    case 'listedChoice':
      return text === '' && !input.clearable ? t('Plivo documents no way to remove it.') : undefined
    case 'fixedChoice':
      return input.choices.some((choice) => choice.value === text) ? undefined : t('Choose one of the values.')
    case 'toggle':
    case 'ownNumbers':
      return t('This value cannot be set.')
    default:
      return input satisfies never
  }
}

function textOf(value: FieldValue | null): string {
  return typeof value === 'string' ? value.trim() : ''
}

function refusedHere(fields: readonly FieldProblem[]): ProviderError {
  return new ProviderError({ kind: 'invalid', provider: 'plivo', operation: 'settings', fields })
}
