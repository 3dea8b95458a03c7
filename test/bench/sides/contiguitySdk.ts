import { type ListNumbers, runSide } from './runSide.ts'

const vendor = 'https://api.contiguity.com'

/** The `contiguity` package knows the vendor's address only, so `fetch` is pointed at the sandbox beneath it. */
async function load(): Promise<ListNumbers> {
  const { Contiguity } = await import('contiguity')
  return async ({ accounts }, found) => {
    const real = globalThis.fetch
    for (const { endpoint, credentials } of accounts) {
      globalThis.fetch = (input, init) => {
        const url = String(input)
        if (!url.startsWith(`${vendor}/`)) return Promise.reject(new Error('not an address of the vendor'))
        return real(endpoint + url.slice(vendor.length), init)
      }
      const { numbers } = await new Contiguity(credentials['apiKey']).lease.leased()
      // Like us, without leases that have ended.
      for (const { id, lease_status: status } of numbers as readonly Lease[]) {
        if (status !== 'expired' && status !== 'terminated') found(id)
      }
    }
  }
}

interface Lease {
  readonly id: string
  readonly lease_status?: string
}

await runSide(load)
