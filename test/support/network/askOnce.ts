import { ProviderError } from '../../../src/core/providerError.ts'
import { directSettings } from '../../../src/http/networkSettings.ts'
import { createTransport } from '../../../src/http/transport.ts'
import { createHttpClient, defaultTimeouts } from '../../../src/http/undiciHttpClient.ts'

/** A program: asks the origin that it is given once and prints what came of it. */
export async function askOnce(origin: string, systemCertificates: boolean): Promise<string> {
  const settings = { ...directSettings, systemCertificates }
  const client = createHttpClient({
    provider: 'testphone',
    transport: createTransport(() => settings),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    timeouts: defaultTimeouts,
  })
  const signal = new AbortController().signal
  try {
    const answer = await client.send({ method: 'POST', origin, path: '/', headers: {}, operation: 'rent', signal })
    return `HTTP ${answer.status}`
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return [error.kind, ...(error.facts.fields ?? []).map(({ field }) => field)].join(', ')
  } finally {
    await client.close()
  }
}

const [, , origin, systemCertificates] = process.argv
if (origin !== undefined) console.log(await askOnce(origin, systemCertificates === 'true'))
