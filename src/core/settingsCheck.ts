import type { FieldInput, FieldValue, KnownValue, SettingsChange, SettingsField, TextCheck } from './numberSettings.ts'
import type { FieldProblem } from './providerError.ts'
import { isVisible, sameFieldValue } from './settingsCompare.ts'
import { t } from './words.ts'

/**
 * What is wrong with a change before it is sent, one problem for each field, in the order of the change. `ownNumbers` are the numbers that
 * may be selected. An empty list means that a provider may be asked.
 */
export function settingsProblems(
  fields: readonly SettingsField[],
  change: SettingsChange,
  ownNumbers: readonly string[],
): FieldProblem[] {
  return Object.entries(change).flatMap(([key, value]) => {
    const field = fields.find((candidate) => candidate.key === key)
    const problem =
      field === undefined ? t('This setting is not there any more.') : problemOf(field.input, value, ownNumbers)
    return problem === undefined ? [] : [{ field: key, problem }]
  })
}

/** What a change still needs of one number before it can be sent; `values` are the number's of today. */
export function missingValues(
  fields: readonly SettingsField[],
  values: Readonly<Record<string, KnownValue>>,
  change: SettingsChange,
): FieldProblem[] {
  return fields.flatMap((field) => {
    const { key, needed } = field
    if (needed === undefined || ![key, ...needed.with].some((one) => change[one] !== undefined)) return []
    if (!isVisible(field, fields, values, change)) return []
    const known = values[key]
    const value = change[key] === undefined && known?.kind === 'known' ? known.value : (change[key] ?? null)
    return sameFieldValue(value, null) ? [{ field: key, problem: needed.problem }] : []
  })
}

function problemOf(input: FieldInput, value: FieldValue | null, ownNumbers: readonly string[]): string | undefined {
  switch (input.kind) {
    case 'text':
      return typeof value === 'string' || value === null ? textProblem(input, value ?? '') : notThatKind
    case 'toggle':
      return typeof value === 'boolean' ? undefined : notThatKind
    case 'fixedChoice':
      return input.choices.some((choice) => choice.value === (value ?? '')) ? undefined : t('Choose one of the values.')
    case 'listedChoice':
      return typeof value === 'string' || value === null ? idProblem(input.clearable, value ?? '') : notThatKind
    case 'ownNumbers':
      return numbersProblem(value ?? [], ownNumbers)
    default:
      return input satisfies never
  }
}

const notThatKind = t('This is not a value of this setting.')
const needed = t('This cannot be empty.')
const longestId = 500

function textProblem(input: Extract<FieldInput, { kind: 'text' }>, text: string): string | undefined {
  if (text.trim() === '') return input.clearable ? undefined : needed
  if ([...text].length > input.longest) return t('Use at most {0} characters.', input.longest)
  return input.check === undefined ? undefined : checks[input.check](text.trim())
}

const checks = {
  httpsUrl: (text) => (isHttpsUrl(text) ? undefined : t('Enter an address that starts with https://.')),
  identifier: (text) => (/^\S+$/.test(text) ? undefined : t('An ID has no spaces.')),
} as const satisfies Record<TextCheck, (text: string) => string | undefined>

function isHttpsUrl(text: string): boolean {
  return /^https:\/\//i.test(text) && !/\s/.test(text) && URL.canParse(text)
}

function idProblem(clearable: boolean, id: string): string | undefined {
  if (id.trim() === '') return clearable ? undefined : needed
  if (id.length > longestId) return t('Use at most {0} characters.', longestId)
  return checks.identifier(id.trim())
}

function numbersProblem(value: FieldValue, ownNumbers: readonly string[]): string | undefined {
  if (typeof value !== 'object') return notThatKind
  if (ownNumbers.length === 0) return undefined
  const foreign = value.find((number) => !ownNumbers.includes(number))
  return foreign === undefined ? undefined : t('{0} is not in the list of this account.', foreign)
}
