import type { Fact } from '../../core/ownedNumber.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import { parseApplication } from './plivoApplications.ts'

const mostFacts = 30
const longestValue = 300

/** Fields with a label of their own, in the order people see them. Everything else scalar follows under its own name. */
const labels = new Map([
  ['carrier', t('Carrier')],
  ['country', t('Country')],
  ['region', t('Region')],
  ['city', t('City')],
  ['sub_account', t('Subaccount')],
  ['sub_account_name', t('Subaccount name')],
  ['sms_rate', t('SMS rate')],
  ['mms_rate', t('MMS rate')],
  ['voice_rate', t('Voice rate')],
  ['compliance_application_id', t('Compliance application')],
  ['compliance_status', t('Compliance status')],
  ['cnam', t('Caller name')],
  ['cnam_registration_status', t('Caller name registration')],
  ['cnam_lookup', t('Caller name lookup')],
  ['tendlc_campaign_id', t('10DLC campaign')],
  ['tendlc_registration_status', t('10DLC registration')],
  ['toll_free_sms_verification', t('Toll-free SMS verification')],
  ['toll_free_sms_verification_id', t('Toll-free SMS verification ID')],
  ['toll_free_sms_verification_order_status', t('Toll-free SMS verification order')],
  ['caller_reputation_status', t('Caller reputation')],
  ['profile_uuid', t('Profile')],
])

/** Shown elsewhere on the row, or of no use to a person. */
const elsewhere = new Set([
  'number',
  'alias',
  'application',
  'number_type',
  'type',
  'monthly_rental_rate',
  'sms_enabled',
  'mms_enabled',
  'voice_enabled',
  'active',
  'added_on',
  'renewal_date',
  'resource_uri',
  'api_id',
])

const credentialName = /token|secret|password|credential|api_?key|auth_id/i

/** What else a row says, as plain text: known fields first, then unknown scalar ones. Nested values and anything named like a credential are left out. */
export function factsOf(row: Readonly<Record<string, unknown>>): readonly Fact[] {
  const unknownNames = Object.keys(row).filter((name) => !labels.has(name))
  const facts: Fact[] = []
  const link = typeof row['application'] === 'string' ? parseApplication(row['application']) : undefined
  if (link !== undefined) {
    facts.push({ label: link.kind === 'trunk' ? t('Trunk') : t('Application'), value: scalarText(link.id) ?? '' })
  }
  for (const name of [...labels.keys(), ...unknownNames]) {
    if (elsewhere.has(name) || credentialName.test(name)) continue
    const value = scalarText(row[name])
    if (value !== undefined) facts.push({ label: labels.get(name) ?? readableName(name), value })
  }
  return facts.slice(0, mostFacts)
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = plainSentence(String(value)).slice(0, longestValue)
  return text === '' ? undefined : text
}

function readableName(name: string): string {
  return plainSentence(name.replaceAll('_', ' ')).slice(0, 60)
}
