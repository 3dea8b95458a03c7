import { type ListNumbers, runSide } from './runSide.ts'

const rows = 20

/** The `plivo` package has no list of everything: its pages are asked for one after the other, as its examples do. */
async function load(): Promise<ListNumbers> {
  const { Client } = await import('plivo')
  return async ({ accounts }, found) => {
    for (const { endpoint, credentials } of accounts) {
      const { authId = '', authToken = '' } = credentials
      const { numbers } = new Client(authId, authToken, { url: `${endpoint}/v1/Account/${authId}` })
      for (let offset = 0, total = 1; offset < total; offset += rows) {
        const page = (await numbers.list({ limit: rows, offset })) as unknown as Page
        for (const { number } of page) found(String(number))
        total = page.meta?.totalCount ?? 0
      }
    }
  }
}

/** The count is on the array, which the package's types do not say. */
type Page = readonly { readonly number?: unknown }[] & { readonly meta?: { readonly totalCount: number } }

await runSide(load)
