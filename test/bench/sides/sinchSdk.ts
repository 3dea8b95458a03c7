import { type ListNumbers, runSide } from './runSide.ts'

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** The list of `@sinch/sdk-core` pages by itself. */
async function load(): Promise<ListNumbers> {
  const { SinchClient } = await import('@sinch/sdk-core')
  return async ({ accounts, pageSize }, found) => {
    for (const { endpoint, credentials } of accounts) {
      const { projectId = '', keyId = '', keySecret = '' } = credentials
      const origins = { authHostname: endpoint, numbersHostname: endpoint, logger: silent }
      const { numbers } = new SinchClient({ projectId, keyId, keySecret, ...origins })
      for await (const row of numbers.list(pageSize === undefined ? {} : { pageSize })) found(row.phoneNumber ?? '')
    }
  }
}

await runSide(load)
