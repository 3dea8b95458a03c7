import { type CountryCode, countryName } from '../../core/country.ts'
import type { NumberType } from '../../core/numberKind.ts'
import type { SettingsField } from '../../core/numberSettings.ts'
import { t } from '../../core/words.ts'
import { cnamField, fixedFields } from './plivoSettingsTexts.ts'

/** What can be set on a Plivo number. */
export type Setting = 'alias' | 'application' | 'subaccount' | 'compliance' | 'cnamLookup'

/** A setting and the field that stands for it. */
export interface DeclaredSetting {
  readonly setting: Setting
  readonly field: SettingsField
}

/** What decides which settings a number has. */
export interface SettingsScope {
  readonly country?: CountryCode | undefined
  readonly type?: NumberType | undefined
  /** Subaccounts cannot move numbers. */
  readonly withSubaccount: boolean
}

/** The types that Plivo's compliance records know. */
export type RecordType = 'local' | 'mobile' | 'tollfree'

/** Which accepted compliance records fit a number. */
export interface ComplianceScope {
  readonly country: CountryCode
  readonly type: RecordType
}

/** The settings of one number, in the order of the form. */
export function declaredSettings(scope: SettingsScope): readonly DeclaredSetting[] {
  const compliance = complianceScope(scope)
  return [
    { setting: 'alias', field: fixedFields.alias },
    { setting: 'application', field: fixedFields.application },
    ...(scope.withSubaccount ? [{ setting: 'subaccount', field: fixedFields.subaccount } as const] : []),
    ...(compliance === undefined ? [] : [{ setting: 'compliance', field: complianceField(compliance) } as const]),
    ...(knowsCallerNames(scope) ? [{ setting: 'cnamLookup', field: cnamField } as const] : []),
  ]
}

/** Caller names are looked up for local and toll-free numbers of the United States only. */
function knowsCallerNames({ country, type }: SettingsScope): boolean {
  return country === 'US' && (type === 'local' || type === 'tollFree')
}

function complianceScope({ country, type }: SettingsScope): ComplianceScope | undefined {
  const recordType = recordTypeOf(type)
  if (recordType === undefined || !/^[A-Z]{2}$/.test(country ?? '')) return undefined
  return { country: country ?? '', type: recordType }
}

/** Records know three types only; that fixed and national numbers count as local is not verified. */
export function recordTypeOf(type: NumberType | undefined): RecordType | undefined {
  switch (type) {
    case 'mobile':
      return 'mobile'
    case 'tollFree':
      return 'tollfree'
    case 'local':
    case 'fixed':
    case 'national':
      return 'local'
    default:
      return undefined
  }
}

const complianceHelp = {
  local: (country) =>
    t(
      'The accepted compliance applications for local numbers, {0}. The one chosen can be replaced, not removed.',
      country,
    ),
  mobile: (country) =>
    t(
      'The accepted compliance applications for mobile numbers, {0}. The one chosen can be replaced, not removed.',
      country,
    ),
  tollfree: (country) =>
    t(
      'The accepted compliance applications for toll-free numbers, {0}. The one chosen can be replaced, not removed.',
      country,
    ),
} as const satisfies Readonly<Record<RecordType, (country: string) => string>>

/** Its key names the records that fit, so that numbers of several kinds never share one choice. */
function complianceField(scope: ComplianceScope): SettingsField {
  return {
    key: complianceKey(scope),
    label: t('Compliance application'),
    help: complianceHelp[scope.type](countryName(scope.country)),
    input: { kind: 'listedChoice', clearable: false, idLabel: t('compliance application ID') },
    group: t('Account'),
    bulk: true,
  }
}

export function complianceKey({ country, type }: ComplianceScope): string {
  return `compliance_${country}_${type}`
}

/** Which records a key of `complianceKey` means; undefined for every other key. */
export function complianceScopeFrom(key: string): ComplianceScope | undefined {
  const [, country, type] = /^compliance_([A-Z]{2})_(local|mobile|tollfree)$/.exec(key) ?? []
  return country === undefined || type === undefined ? undefined : { country, type: type as RecordType }
}
