/**
 * Fetches pages with at most `limit` requests in flight and yields them in order, each as soon as it and its predecessors are there.
 * A page that fails ends the iteration with its error after the pages before it; requests under way are then cancelled.
 */
export async function* parallelPages<Key, Page>(
  keys: readonly Key[],
  limit: number,
  signal: AbortSignal,
  fetchPage: (key: Key, signal: AbortSignal) => Promise<Page>,
): AsyncGenerator<Page> {
  const stop = new AbortController()
  const inner = AbortSignal.any([signal, stop.signal])
  const underWay: Promise<Page>[] = []
  let next = 0
  const fill = () => {
    for (; next < keys.length && underWay.length < limit; next++) {
      const page = fetchPage(keys[next] as Key, inner)
      // Every page is awaited below unless an earlier one failed; its own failure must then not be unhandled.
      page.catch(() => undefined)
      underWay.push(page)
    }
  }
  try {
    for (fill(); underWay.length > 0; fill()) yield await (underWay.shift() as Promise<Page>)
  } finally {
    stop.abort()
  }
}
