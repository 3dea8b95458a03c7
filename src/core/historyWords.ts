import { type Deed, isSettled, type Verb } from './journal.ts'

/** How a history speaks of what only other rooms know. */
export interface HistoryWords {
  readonly providerOf: (provider: string) => string
  /** A number in E.164 form as people write it. */
  readonly format: (number: Deed['intent']['number']) => string
  /** An ISO instant in the person's own time and language. */
  readonly moment: (iso: string) => string
}

export const verbWords = {
  rent: 'Rent',
  release: 'Release',
  cancelRelease: 'Cancel release',
  changeSettings: 'Change settings',
} as const satisfies Record<Verb, string>

const done = {
  rent: 'rented',
  release: 'released',
  cancelRelease: 'the release was taken back',
  changeSettings: 'changed',
} as const satisfies Record<Verb, string>

const refused = {
  rent: 'not rented',
  release: 'not released',
  cancelRelease: 'the release was not taken back',
  changeSettings: 'not changed',
} as const satisfies Record<Verb, string>

/** How a deed ended, in words. One that nobody knows the end of says so, and what that may mean. */
export function outcomeWords({ intent, ending }: Deed, moment: HistoryWords['moment']): string {
  if (ending === undefined) return `outcome unknown: no answer was written down${maybe[intent.verb]}`
  if (ending.outcome === 'unknown') return `outcome unknown: the answer was lost${maybe[intent.verb]}`
  if (ending.outcome === 'refused') return refused[intent.verb]
  const { until, cancellableUntil } = ending
  return [
    done[intent.verb],
    ...(until === undefined ? [] : [`works until ${moment(until)}`]),
    ...(cancellableUntil === undefined ? [] : [`can be taken back until ${moment(cancellableUntil)}`]),
  ].join(', ')
}

const maybe = {
  rent: ', it may cost money',
  release: ', the number may be gone',
  cancelRelease: '',
  changeSettings: '',
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
