import { createLazyParts } from '../../../src/vscode/lazyParts.ts'

const names = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2']

/** What a filled slot holds: somebody else's dispatcher, which only has to be recognised. */
const marks = names.map((name) => ({ name }))

/**
 * A program: loads the network part, sends one request and prints what became of the process's own dispatchers. It names no `node:http`,
 * whose import fills them too.
 */
export async function observeSlots(filled: boolean, origin: string): Promise<readonly string[]> {
  if (filled) {
    for (const [index, name] of names.entries()) {
      Object.defineProperty(globalThis, Symbol.for(name), { value: marks[index], configurable: true, writable: true })
    }
  }
  const network = await createLazyParts().network()
  const afterLoading = states()
  const settings = {
    proxySupport: 'override',
    proxy: '',
    noProxy: [],
    strictSSL: true,
    proxyAuthorization: undefined,
    systemCertificates: true,
    environment: {},
  } as const
  const client = network.createHttpClient({
    provider: 'testphone',
    transport: network.createTransport(() => settings),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    timeouts: network.defaultTimeouts,
  })
  const signal = new AbortController().signal
  await client.send({ method: 'GET', origin, path: '/', headers: {}, operation: 'list', signal })
  await client.close()
  return [...afterLoading, ...states()]
}

function states(): string[] {
  return names.map((name, index) => {
    const value: unknown = Reflect.get(globalThis, Symbol.for(name))
    if (value === undefined) return 'empty'
    return value === marks[index] ? 'untouched' : 'replaced'
  })
}

const [, , filled, origin] = process.argv
if (origin !== undefined) console.log((await observeSlots(filled === 'filled', origin)).join(' '))
