import type { E164 } from './phoneNumber.ts'

/** What a complete list shows that the last complete one did not, apart from what this window did itself. */
export interface ListNews {
  /** Epoch milliseconds of the list that this one is compared with. */
  readonly since: number
  readonly appeared: readonly E164[]
  readonly vanished: readonly E164[]
}

export interface FinishedListing {
  readonly told: Omit<ListNews, 'since'>
  /** Known before, not in the list any more. */
  readonly unlisted: readonly E164[]
}

/** Follows one list from its first page to its end, again and again, and knows what it must not be trusted with. */
export interface Listing {
  start(): void
  /** True while pages of a refresh have arrived. */
  hasBegun(): boolean
  /** Notes that a page holds the number. False when we changed it meanwhile: the page may be older than that. */
  saw(number: E164): boolean
  /** Notes that a page holds a number that was not known. */
  appeared(number: E164): void
  changedByUs(number: E164): void
  isOurs(number: E164): boolean
  /** Compares with what is known. A row that could not be read may be any of the missing numbers: none is called gone then. */
  finish(known: Iterable<E164>, hasUnreadable: boolean): FinishedListing
}

export function createListing(): Listing {
  let listed = new Set<E164>()
  let ours = new Set<E164>()
  /** Came with a list that has not been complete yet. */
  const untold = new Set<E164>()
  /** Was missing from a list with unreadable rows: neither gone for certain nor new when it comes back. */
  const doubtful = new Set<E164>()
  return {
    start() {
      listed = new Set()
      ours = new Set()
    },
    hasBegun: () => listed.size > 0,
    saw(number) {
      listed.add(number)
      return !ours.has(number)
    },
    appeared(number) {
      if (!doubtful.delete(number)) untold.add(number)
    },
    changedByUs(number) {
      ours.add(number)
      untold.delete(number)
      doubtful.delete(number)
    },
    isOurs: (number) => ours.has(number),
    finish(known, hasUnreadable) {
      const unlisted = [...known].filter((number) => !listed.has(number) && !ours.has(number))
      for (const number of unlisted) {
        // It came with an unfinished list and left before a finished one: nobody was told that it was there.
        if (untold.delete(number)) continue
        doubtful.add(number)
      }
      const vanished = hasUnreadable ? [] : [...doubtful]
      const appeared = [...untold]
      untold.clear()
      if (!hasUnreadable) doubtful.clear()
      return { told: { appeared, vanished }, unlisted }
    },
  }
}
