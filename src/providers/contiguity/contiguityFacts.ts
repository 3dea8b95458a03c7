import type { Fact } from '../../core/ownedNumber.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import { instant } from './contiguityInstant.ts'
import type { NumberRow } from './contiguitySchemas.ts'

const mostFacts = 30
const longestValue = 300

const known = new Set([
  'id',
  'status',
  'number',
  'location',
  'carrier',
  'capabilities',
  'health',
  'data',
  'created_at',
  'pricing',
  'lease_id',
  'lease_status',
  'billing',
])

const credentialName = /token|secret|password|credential|api_?key/i

/** What else a leased number's row says, as plain text: what we know first, then unknown scalar fields. */
export function factsOf(row: NumberRow): readonly Fact[] {
  const { billing, location, health, data } = row
  const facts: [string, unknown][] = [
    [t('Lease'), row.lease_id],
    [t('Lease status'), row.lease_status],
    [t('Billing method'), billing?.method?.replaceAll('_', ' ')],
    [t('Price'), listPriceNote(billing?.method)],
    [t('Lease ends'), instant(billing?.period?.end)],
    [t('Carrier'), row.carrier],
    [t('Region'), location?.region],
    [t('City'), location?.city],
    [t('International SMS'), row.capabilities?.intl_sms],
    [t('Reputation'), health?.reputation],
    [t('Previous owners'), health?.previous_owners],
    [t('Requirements'), data?.requirements?.join(', ')],
    [t('Emergency calls (E911)'), data?.e911_capable],
    [t('Created'), instant(row.created_at)],
    ...Object.entries(row)
      .filter(([name]) => !known.has(name) && !credentialName.test(name))
      .map(([name, value]): [string, unknown] => [plainSentence(name.replaceAll('_', ' ')).slice(0, 60), value]),
  ]
  return facts
    .flatMap(([label, value]) => {
      const text = scalarText(value)
      return text === undefined ? [] : [{ label, value: text }]
    })
    .slice(0, mostFacts)
}

/** Under a contract or as goodwill the row's price is a list price: what is paid may differ. */
function listPriceNote(method: string | null | undefined): string | undefined {
  const word = method?.toLowerCase()
  return word === 'service_contract' || word === 'goodwill' ? t('list price; what is paid may differ') : undefined
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = plainSentence(String(value)).slice(0, longestValue)
  return text === '' ? undefined : text
}
