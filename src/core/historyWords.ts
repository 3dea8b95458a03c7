import { type Deed, isSettled, type Verb } from './journal.ts'
import { t } from './words.ts'

/** How a history speaks of what only other rooms know. */
export interface HistoryWords {
  readonly providerOf: (provider: string) => string
  /** A number in E.164 form as people write it. */
  readonly format: (number: Deed['intent']['number']) => string
  /** An ISO instant in the person's own time and language. */
  readonly moment: (iso: string) => string
}

export const verbWords = {
  rent: t('Rent'),
  release: t('Release'),
  cancelRelease: t('Cancel release'),
  changeSettings: t('Change settings'),
} as const satisfies Record<Verb, string>

const done = {
  rent: t('rented'),
  release: t('released'),
  cancelRelease: t('the release was taken back'),
  changeSettings: t('changed'),
} as const satisfies Record<Verb, string>

const refused = {
  rent: t('not rented'),
  release: t('not released'),
  cancelRelease: t('the release was not taken back'),
  changeSettings: t('not changed'),
} as const satisfies Record<Verb, string>

/** How a deed ended, in words. One that nobody knows the end of says so, and what that may mean. */
export function outcomeWords({ intent, ending }: Deed, moment: HistoryWords['moment']): string {
  if (ending === undefined) return noAnswer[intent.verb]
  if (ending.outcome === 'unknown') return lostAnswer[intent.verb]
  if (ending.outcome === 'refused') return refused[intent.verb]
  const { until, cancellableUntil } = ending
  return [
    done[intent.verb],
    ...(until === undefined ? [] : [t('works until {0}', moment(until))]),
    ...(cancellableUntil === undefined ? [] : [t('can be taken back until {0}', moment(cancellableUntil))]),
  ].join(', ')
}

const noAnswer = {
  rent: t('outcome unknown: no answer was written down, it may cost money'),
  release: t('outcome unknown: no answer was written down, the number may be gone'),
  cancelRelease: t('outcome unknown: no answer was written down'),
  changeSettings: t('outcome unknown: no answer was written down'),
} as const satisfies Record<Verb, string>

const lostAnswer = {
  rent: t('outcome unknown: the answer was lost, it may cost money'),
  release: t('outcome unknown: the answer was lost, the number may be gone'),
  cancelRelease: t('outcome unknown: the answer was lost'),
  changeSettings: t('outcome unknown: the answer was lost'),
} as const satisfies Record<Verb, string>

/** Newest first, those with an unknown outcome before all others. */
export function inReadingOrder(deeds: readonly Deed[]): {
  readonly open: readonly Deed[]
  readonly settled: readonly Deed[]
} {
  const newest = deeds
    .map((deed, index) => ({ deed, index, at: Date.parse(deed.intent.at) || 0 }))
    .sort((a, b) => b.at - a.at || b.index - a.index)
    .map(({ deed }) => deed)
  return { open: newest.filter((deed) => !isSettled(deed)), settled: newest.filter(isSettled) }
}
