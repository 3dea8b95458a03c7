/** What goes wrong. "Work" is what the emulator does with its world: renting, releasing, changing. */
export type FaultEffect =
  /** This answer, and the work is not done. */
  | ({ readonly kind: 'status'; readonly status: number } & AnswerParts)
  /** The work is done, then this answer. */
  | ({ readonly kind: 'statusAfterWork'; readonly status: number } & AnswerParts)
  /** The connection is reset before, or after, the work. */
  | { readonly kind: 'resetBefore' | 'resetAfter' }
  /** Waits, then works and answers as usual; with `afterWork` it works at once and only answers late. */
  | { readonly kind: 'delay'; readonly ms: number; readonly afterWork?: boolean }
  /** Headers and half of the body at once, the rest after `ms`. */
  | { readonly kind: 'slowBody'; readonly ms: number }
  /** Announces the whole body, sends half and closes the connection. */
  | { readonly kind: 'truncate' }
  /** A complete answer whose JSON text ends half way. */
  | { readonly kind: 'truncateJson' }
  /** The work is done, then a page of HTML (status 200 unless given). */
  | { readonly kind: 'nonJson'; readonly status?: number; readonly body?: string }
  /** Never answers; with `afterWork` the work is done all the same. */
  | { readonly kind: 'hang'; readonly afterWork?: boolean }

interface AnswerParts {
  readonly headers?: Readonly<Record<string, string>>
  /** Text goes out as it is, any other JSON value is serialized. */
  readonly body?: unknown
  /** `application/json` unless given. */
  readonly contentType?: string
}

export type Fault = FaultEffect & {
  readonly provider: string
  /** A route name of that emulator, or `*` for every route. */
  readonly route: string
  /** How often it happens: 1 unless given, 0 = until removed. */
  readonly times?: number
  /** How many matching requests pass untouched first, counted from when the fault was added. */
  readonly after?: number
}

export interface ListedFault {
  readonly id: string
  readonly fault: Fault
  readonly fired: number
  readonly finished: boolean
}

export interface FaultBook {
  /** Adds a fault and returns its id. */
  add(fault: Fault): string
  /** The fault to apply to this request, counting it. The oldest fault that is due wins; at most one applies. */
  take(provider: string, route: string): FaultEffect | undefined
  list(): readonly ListedFault[]
  /** Removes one fault; false when there is none with that id. */
  remove(id: string): boolean
  clear(): void
}

interface Entry {
  readonly id: string
  readonly fault: Fault
  seen: number
  fired: number
}

/** Scripted faults, in the order they were added. */
export function createFaultBook(): FaultBook {
  let entries: Entry[] = []
  let last = 0
  return {
    add(fault) {
      last += 1
      const id = `fault-${last}`
      entries.push({ id, fault, seen: 0, fired: 0 })
      return id
    },
    take(provider, route) {
      const matching = entries.filter(({ fault }) => matches(fault, provider, route))
      const due = matching.find((entry) => entry.seen >= (entry.fault.after ?? 0) && !isFinished(entry))
      for (const entry of matching) entry.seen += 1
      if (due === undefined) return undefined
      due.fired += 1
      return due.fault
    },
    list: () =>
      entries.map((entry) => ({ id: entry.id, fault: entry.fault, fired: entry.fired, finished: isFinished(entry) })),
    remove(id) {
      const before = entries.length
      entries = entries.filter((entry) => entry.id !== id)
      return entries.length < before
    },
    clear() {
      entries = []
    },
  }
}

function matches(fault: Fault, provider: string, route: string): boolean {
  return fault.provider === provider && (fault.route === '*' || fault.route === route)
}

function isFinished({ fault, fired }: Entry): boolean {
  const times = fault.times ?? 1
  return times !== 0 && fired >= times
}
