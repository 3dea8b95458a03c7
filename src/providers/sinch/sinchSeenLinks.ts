import type { Choice } from '../../core/providerDefinition.ts'
import type { OwnedPage } from '../../core/providerDriver.ts'
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
  const rows = new Map<string, OwnedRow>()
  return {
    add(row) {
      rows.set(row.phoneNumber, row)
    },
    choices(fieldKey) {
      const idsOf = idsByField.get(fieldKey)
      if (idsOf === undefined) return undefined
      const counts = new Map<string, number>()
      for (const row of rows.values()) {
        for (const id of new Set(idsOf(row))) if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
      }
      return [...counts]
        .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
        .slice(0, mostChoices)
        .map(([id, count]) => ({
          value: id,
          label: plainSentence(id),
          hint: count === 1 ? 'On 1 number' : `On ${count} numbers`,
        }))
    },
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
