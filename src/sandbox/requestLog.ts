/** What is kept of a request: never a header's value or a body, apart from the facts named here. */
export interface LoggedRequest {
  readonly sequence: number
  readonly provider: string
  readonly method: string
  /** Raw path and query as they came over the wire. */
  readonly url: string
  readonly route: string
  /** The status sent, or null while unanswered and when the connection was destroyed instead. */
  status: number | null
  /** The kind of fault that was applied, if any. */
  readonly fault: string | null
  /** The sandbox's time on arrival, epoch milliseconds. */
  readonly at: number
  /** Real milliseconds since the sandbox started; `endedMs` is null while the request is open. */
  readonly startedMs: number
  endedMs: number | null
  readonly facts: RequestFacts
}

export interface RequestFacts {
  /** `Basic`, `Bearer`, `Token`, `other` for anything else, null without the header. */
  readonly authScheme: string | null
  readonly contentType: string | null
  readonly accept: string | null
  readonly bodyBytes: number
  /** Counts the connections of one provider's server from 1. */
  readonly connection: number
}

export interface RequestLog {
  add(entry: Omit<LoggedRequest, 'sequence' | 'endedMs' | 'status' | 'startedMs'>): LoggedRequest
  /** Notes how an entry ended: the status sent, or null when the connection ended first. Only the first note counts. */
  finish(entry: LoggedRequest, status: number | null): void
  read(provider?: string): readonly LoggedRequest[]
  clear(): void
}

/** Keeps the newest `capacity` requests. `elapsedMs` tells the real milliseconds since the sandbox started. */
export function createRequestLog(elapsedMs: () => number, capacity = 20_000): RequestLog {
  let entries: LoggedRequest[] = []
  let sequence = 0
  return {
    add(entry) {
      sequence += 1
      const logged: LoggedRequest = { sequence, ...entry, status: null, startedMs: elapsedMs(), endedMs: null }
      entries.push(logged)
      if (entries.length > capacity * 2) entries = entries.slice(-capacity)
      return logged
    },
    finish(entry, status) {
      if (entry.endedMs !== null) return
      entry.status = status
      entry.endedMs = elapsedMs()
    },
    read: (provider) =>
      entries.filter((entry) => provider === undefined || entry.provider === provider).slice(-capacity),
    clear() {
      entries = []
    },
  }
}

const SCHEMES = new Set(['basic', 'bearer', 'token'])

/** The scheme word of an Authorization header; anything that might be a key itself is only called `other`. */
export function authScheme(header: string | undefined): string | null {
  if (header === undefined) return null
  const word = /^([A-Za-z]+) /.exec(header)?.[1]
  return word !== undefined && SCHEMES.has(word.toLowerCase()) ? word : 'other'
}
