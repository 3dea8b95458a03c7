import type { Fact } from '../../core/ownedNumber.ts'
import { describePrice, oncePrice } from '../../core/price.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import type { NumberRow } from './tryvoxSchemas.ts'

const mostFacts = 30
const longestValue = 300

/** Shown elsewhere on the row. */
const elsewhere = new Set([
  'e164',
  'country',
  'type',
  'region',
  'status',
  'capabilities',
  'monthly_fee',
  'setup_fee',
  'currency',
  'trunk_id',
  'application_id',
  'created_at',
  'available_after',
])

const credentialName = /token|secret|password|credential|key|auth/i

/** What else a row says: known fields first, then unknown scalar ones under their own names. */
export function factsOf(row: NumberRow): readonly Fact[] {
  const setup = oncePrice(row.setup_fee, row.currency ?? undefined)
  const known: readonly (readonly [string, string | null | undefined])[] = [
    [t('Region'), row.region],
    [t('Setup fee'), setup.kind === 'unknown' ? '' : describePrice(setup)],
    [t('Trunk'), row.trunk_id],
    [t('Application'), row.application_id],
    [t('Available to others after'), row.available_after],
  ]
  const unknown = Object.entries(row)
    .filter(([name]) => !elsewhere.has(name) && !credentialName.test(name))
    .map(([name, value]) => [readableName(name), scalarText(value)] as const)
  return [...known, ...unknown]
    .flatMap(([label, value]) => {
      const plain = plainSentence(value ?? '').slice(0, longestValue)
      return plain === '' || label === '' ? [] : [{ label, value: plain }]
    })
    .slice(0, mostFacts)
}

function scalarText(value: unknown): string {
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** `updated_at` → "Updated at". */
function readableName(name: string): string {
  const words = plainSentence(name.replaceAll('_', ' ')).slice(0, 60)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
