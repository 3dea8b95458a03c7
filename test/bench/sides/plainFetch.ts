import { type ListNumbers, runSide } from './runSide.ts'

interface TryvoxPage {
  readonly data: readonly { readonly e164: string }[]
  readonly pagination: { readonly total_pages: number }
}

/** TryVox has no SDK. This is what a script with curl does: page by page, at the largest page size. */
async function load(): Promise<ListNumbers> {
  return async ({ accounts }, found) => {
    for (const { endpoint, credentials } of accounts) {
      const headers = { authorization: `Bearer ${credentials['apiKey']}` }
      for (let page = 1, pages = 1; page <= pages; page++) {
        const url = `${endpoint}/v1/account/${credentials['accountId']}/numbers?per_page=100&page=${page}`
        const answer = (await (await fetch(url, { headers })).json()) as TryvoxPage
        for (const { e164 } of answer.data) found(e164)
        pages = answer.pagination.total_pages
      }
    }
  }
}

await runSide(load)
