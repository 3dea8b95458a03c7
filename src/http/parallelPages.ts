/** One slow page must not fill the memory with those behind it: so many may be asked for while one is not read yet. */
const mostAhead = (limit: number) => (limit - 1) * 4

/**
 * Fetches pages with at most `limit` requests in flight, the next one as soon as any of them ends, and yields them in order, each as soon
 * as it and its predecessors are there. With a `limit` of 1 a page is asked for when the reader is done with the one before it. A page that
 * fails ends the iteration with its error after the pages before it; nothing is asked for after the failure, and requests under way are
 * cancelled when the iteration ends.
 */
export async function* parallelPages<Key, Page>(
  keys: readonly Key[],
  limit: number,
  signal: AbortSignal,
  fetchPage: (key: Key, signal: AbortSignal) => Promise<Page>,
): AsyncGenerator<Page> {
  const stop = new AbortController()
  const inner = AbortSignal.any([signal, stop.signal])
  /** Asked for and not yielded yet, in order. */
  const asked: Promise<Page>[] = []
  let next = 0
  let underWay = 0
  let mayAsk = true
  const fill = () => {
    while (mayAsk && next < keys.length && underWay < limit && asked.length <= mostAhead(limit))
      ask(keys[next++] as Key)
  }
  const ask = (key: Key) => {
    underWay += 1
    const page = fetchPage(key, inner)
    asked.push(page)
    const ended = (well: boolean) => {
      underWay -= 1
      mayAsk &&= well
      fill()
    }
    // Every page is awaited below unless an earlier one failed; its own failure must then not be unhandled.
    page.then(
      () => ended(true),
      () => ended(false),
    )
  }
  try {
    for (fill(); asked.length > 0; fill()) {
      yield await (asked[0] as Promise<Page>)
      asked.shift()
    }
  } finally {
    mayAsk = false
    stop.abort()
  }
}
