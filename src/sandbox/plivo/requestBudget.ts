const WINDOW_MS = 5_000

/** Counts requests in a sliding window of five seconds. */
export interface RequestBudget {
  /** Spends one request, unless `limit` were spent in the window that ends now; a refused one is not counted. */
  spend(now: number, limit: number): boolean
}

export function createRequestBudget(): RequestBudget {
  let spent: number[] = []
  const spend = (now: number, limit: number): boolean => {
    const start = spent.findIndex((time) => time > now - WINDOW_MS)
    spent = start === -1 ? [] : spent.slice(start)
    if (spent.length >= limit) return false
    spent.push(now)
    return true
  }
  return { spend }
}
