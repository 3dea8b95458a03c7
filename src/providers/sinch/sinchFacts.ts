import type { Fact } from '../../core/ownedNumber.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import { pendingSms, pendingVoice, voiceTarget } from './sinchLinks.ts'
import { describePending } from './sinchProvisioning.ts'
import type { OwnedRow } from './sinchSchemas.ts'

const mostFacts = 30
const longestValue = 300

/** Shown elsewhere on the row, or of no use to a person. */
const elsewhere = new Set([
  'phoneNumber',
  'projectId',
  'displayName',
  'regionCode',
  'type',
  'capability',
  'money',
  'paymentIntervalMonths',
  'nextChargeDate',
  'expireAt',
  'smsConfiguration',
  'voiceConfiguration',
  'callbackUrl',
])

const credentialName = /token|secret|password|credential|key|auth/i

/** What else a row says: links that are made or on their way, then unknown scalar fields under their own names. */
export function factsOf(row: OwnedRow): readonly Fact[] {
  const { smsConfiguration: sms, voiceConfiguration: voice } = row
  const smsLink = pendingSms(row)
  const voiceLink = pendingVoice(row)
  const known: readonly (readonly [string, string | null | undefined])[] = [
    [t('SMS service plan'), sms?.servicePlanId],
    [t('10DLC campaign'), sms?.campaignId],
    [t('SMS link under way'), smsLink && describePending(smsLink)],
    [t('Voice type'), voice?.type],
    [t('Voice'), voiceTarget(voice)],
    [t('Voice link under way'), voiceLink && describePending(voiceLink)],
    [t('Callback'), withoutSecrets(row.callbackUrl ?? '')],
  ]
  const unknown = Object.keys(row)
    .filter((name) => !elsewhere.has(name) && !credentialName.test(name))
    .map((name) => [readableName(name), scalarText(row[name])] as const)
  const facts: Fact[] = []
  for (const [label, value] of [...known, ...unknown]) {
    const plain = plainSentence(value ?? '').slice(0, longestValue)
    if (plain !== '' && label !== '') facts.push({ label, value: plain })
  }
  return facts.slice(0, mostFacts)
}

function scalarText(value: unknown): string {
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** People put credentials into callback addresses: only where it goes is shown. */
function withoutSecrets(callback: string): string {
  if (callback === '') return ''
  if (!URL.canParse(callback)) return t('set')
  const { origin, pathname, search } = new URL(callback)
  return `${origin}${pathname}${search === '' ? '' : '?…'}`
}

/** `newField` → "New field". */
function readableName(name: string): string {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ')
  const words = plainSentence(spaced).toLowerCase().slice(0, 60)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
