import type { OwnedPage } from '../../src/core/providerDriver.ts'

/** One answer per refresh: its pages, then an error if there is one. */
export function listing(...answers: readonly (readonly (OwnedPage | Error)[])[]) {
  let call = 0
  return async function* () {
    for (const item of answers[call++] ?? []) {
      if (item instanceof Error) throw item
      yield item
    }
  }
}

/** A list whose pages arrive when the test says so; each call resolves when the reader wants the next one. */
export function createFeed() {
  let deliver = Promise.withResolvers<OwnedPage | undefined>()
  let wanted = Promise.withResolvers<void>()
  const send = async (item: OwnedPage | undefined) => {
    await wanted.promise
    wanted = Promise.withResolvers()
    const current = deliver
    deliver = Promise.withResolvers()
    current.resolve(item)
    if (item !== undefined) await wanted.promise
  }
  return {
    give: (item: OwnedPage) => send(item),
    end: () => send(undefined),
    async *pages() {
      for (;;) {
        const current = deliver.promise
        wanted.resolve()
        const item = await current
        if (item === undefined) return
        yield item
      }
    },
  }
}
