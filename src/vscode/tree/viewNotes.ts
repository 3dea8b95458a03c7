import { setImmediate as breathe } from 'node:timers/promises'
import { summarizeCosts } from '../../core/costSummary.ts'
import { finishInSlices } from '../../core/inSlices.ts'
import type { Inventory } from '../../core/inventory.ts'
import { describeFilter, isFiltering } from '../../core/numberFilter.ts'
import type { ShownAccount } from '../../core/shownNumbers.ts'
import { type UpcomingCounts, undatedText, upcomingDays, upcomingText } from '../../core/upcoming.ts'
import type { ViewChoice } from '../../core/viewChoice.ts'
import { language, t } from '../../core/words.ts'
import { whenQuiet } from '../whenQuiet.ts'

/** Which of the next 30 days' events the badge counts. */
export type BadgeSetting = 'renewalsAndEnds' | 'ends' | 'none'

/** What the view says besides its rows. */
export interface ViewNotes {
  /** "Filter: “555” · 12 of 43 numbers"; undefined when all are shown, or there is no account. */
  readonly filter: string | undefined
  readonly badge: { readonly value: number; readonly tooltip: string } | undefined
}

export interface ViewNotesOptions {
  readonly inventory: Inventory
  readonly choice: () => ViewChoice
  readonly shownAccounts: () => readonly ShownAccount[]
  readonly badge: () => BadgeSetting
  readonly now: () => Date
  readonly show: (notes: ViewNotes) => void
  readonly failed: (error: unknown) => void
}

/** Keeps the notes true while lists and choices change; a little late, and never for long at a stretch. */
export function createViewNotes(options: ViewNotesOptions) {
  const { inventory, choice, shownAccounts, badge, now, show } = options
  const following = whenQuiet(async (signal) => {
    const pause = async () => {
      await breathe()
      signal.throwIfAborted()
    }
    const summing = summarizeCosts(inventory.accounts(), {
      countryOf: () => undefined,
      now: now().getTime(),
      mostUpcoming: 0,
    })
    const { upcoming } = await finishInSlices(summing, { now: () => performance.now(), pause })
    show({ filter: filterLine(choice(), shownAccounts()), badge: badgeOf(upcoming, badge()) })
  }, options.failed)
  const stop = inventory.onDidChange(following.soon)
  following.soon()
  return {
    soon: following.soon,
    dispose() {
      stop()
      following.dispose()
    },
  }
}

function filterLine({ filter }: ViewChoice, accounts: readonly ShownAccount[]): string | undefined {
  if (!isFiltering(filter) || accounts.length === 0) return undefined
  const shown = accounts.reduce((sum, { numbers }) => sum + numbers.length, 0)
  const all = accounts.reduce((sum, { hidden }) => sum + hidden, shown)
  const [words, shownText, allText] = [describeFilter(filter), inDigits(shown), inDigits(all)]
  return all === 1
    ? t('Filter: {0}. {1} of 1 number.', words, shownText)
    : t('Filter: {0}. {1} of {2} numbers.', words, shownText, allText)
}

function inDigits(count: number): string {
  return count.toLocaleString(language())
}

function badgeOf({ renewals, ends, undated }: UpcomingCounts, setting: BadgeSetting): ViewNotes['badge'] {
  const counts = { renewals: setting === 'renewalsAndEnds' ? renewals : 0, ends: setting === 'none' ? 0 : ends }
  const value = counts.renewals + counts.ends
  if (value === 0) return undefined
  const left = setting === 'renewalsAndEnds' ? undatedText({ undated }) : undefined
  const text = upcomingText(counts)
  const tooltip =
    left === undefined
      ? t('Next {0} days: {1}', upcomingDays, text)
      : t('Next {0} days: {1}; {2}', upcomingDays, text, left)
  return { value, tooltip }
}
