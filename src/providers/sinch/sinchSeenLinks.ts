import type { Choice } from '../../core/providerDefinition.ts'
import type { OwnedPage } from '../../core/providerDriver.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import type { Call, SinchAccount } from './sinchAccount.ts'
import { firstRows } from './sinchOwned.ts'
import type { OwnedRow } from './sinchSchemas.ts'
import { comingVoiceLink, voiceLinkOf } from './sinchVoice.ts'

/** Sinch lists neither service plans nor campaigns nor voice apps: the ones that the account's own numbers have can be offered. */
export interface SeenLinks {
  add(row: OwnedRow): void
  /** Ids for a field, the ones on most numbers first; undefined for a field that is not filled this way. */
  choices(fieldKey: string): readonly Choice[] | undefined
}

const mostChoices = 1_000

const idsByField = new Map<string, (row: OwnedRow) => readonly (string | null | undefined)[]>([
  ['servicePlanId', ({ smsConfiguration: sms }) => [sms?.servicePlanId, sms?.scheduledProvisioning?.servicePlanId]],
  ['campaignId', ({ smsConfiguration: sms }) => [sms?.campaignId, sms?.scheduledProvisioning?.campaignId]],
  [
    'voiceAppId',
    (row) => [voiceLinkOf(row), comingVoiceLink(row)].map((link) => (link?.type === 'RTC' ? link.id : '')),
  ],
])

/** True for the fields that are filled with ids of the account's own numbers. */
export function isSeenOnNumbers(fieldKey: string): boolean {
  return idsByField.has(fieldKey)
}

export function createSeenLinks(): SeenLinks {
  const seen = new Set<string>()
  /** On how many numbers an id is, by field. Rows are not kept: an account may have tens of thousands. */
  const counts = new Map([...idsByField.keys()].map((fieldKey) => [fieldKey, new Map<string, number>()]))
  return {
    add(row) {
      if (seen.has(row.phoneNumber)) return
      seen.add(row.phoneNumber)
      for (const [fieldKey, idsOf] of idsByField) {
        const ids = counts.get(fieldKey)
        for (const id of new Set(idsOf(row))) if (id) ids?.set(id, (ids.get(id) ?? 0) + 1)
      }
    },
    choices: (fieldKey) =>
      counts.has(fieldKey)
        ? [...(counts.get(fieldKey) ?? [])]
            .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
            .slice(0, mostChoices)
            .map(([id, count]) => ({
              value: id,
              label: plainSentence(id),
              hint: count === 1 ? t('On 1 number') : t('On {0} numbers', count),
            }))
        : undefined,
  }
}

/** The links of the account's numbers as the last list told them. */
export interface LatestLinks {
  /** Passes the pages on and keeps the rows of a list that came to its end. */
  watching(list: (onRow: (row: OwnedRow) => void) => AsyncIterable<OwnedPage>): AsyncGenerator<OwnedPage>
  /** The links of the last list; of one page of numbers when there was no list yet. */
  latest(call: Call): Promise<SeenLinks>
}

export function createLatestLinks(account: SinchAccount): LatestLinks {
  let latest: SeenLinks | undefined
  return {
    async *watching(list) {
      const seen = createSeenLinks()
      yield* list(seen.add)
      latest = seen
    },
    async latest(call) {
      if (latest !== undefined) return latest
      const seen = createSeenLinks()
      for (const row of await firstRows(account, call)) seen.add(row)
      return seen
    },
  }
}
