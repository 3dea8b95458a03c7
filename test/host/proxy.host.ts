import assert from 'node:assert/strict'
import { ConfigurationTarget, workspace } from 'vscode'
import type { TestHandle } from '../../src/vscode/product.ts'
import { startProxy, type TestProxy } from '../support/network/startProxy.ts'
import { pick } from '../support/scriptedPrompts.ts'
import { run, setSetting, useProduct } from './useProduct.ts'

const closing: (() => Promise<void>)[] = []
const host = 'api.phone.test'

describe('the proxy of the editor’s settings', () => {
  let product: TestHandle
  before(async () => {
    product = await useProduct()
    await setSetting('endpoints', { plivo: `https://${host}` })
  })
  after(async () => {
    await setProxy(undefined)
    await setSetting('endpoints', undefined)
    for (const close of closing) await close()
  })

  /** Proxies that reach no host: what matters is which of them is asked. */
  const proxyToNowhere = () => startProxy({ after: (close) => closing.push(close) }, { hosts: {} })
  const text = (value: string) => ({ kind: 'input', text: value }) as const

  /** The credentials of a new account are checked, which the proxy refuses, and the questions are left. */
  const checkCredentials = async () => {
    const answers = [pick('Plivo'), text('Behind a proxy'), text('MAPROXYPROXYPROXY000'), text('token')]
    const prompts = await run(product, 'phoneNumbers.addAccount', [], ...answers, { kind: 'escape' })
    assert.equal(prompts.inputs.length, 4)
  }
  const targets = ({ requests }: TestProxy) => new Set(requests.map(({ kind, target }) => `${kind} ${target}`))

  it('is asked from the next request on when it is set or changed', async () => {
    const [first, second] = [await proxyToNowhere(), await proxyToNowhere()]
    await setProxy(first.url)
    await checkCredentials()
    assert.deepEqual(targets(first), new Set([`tunnel ${host}:443`]))
    const asked = first.requests.length
    await setProxy(second.url)
    await checkCredentials()
    assert.deepEqual(targets(second), new Set([`tunnel ${host}:443`]))
    assert.equal(first.requests.length, asked)
  })
})

/** Changes `http.proxy` in the user settings, as a person would while the editor runs. */
async function setProxy(url: string | undefined): Promise<void> {
  await workspace.getConfiguration('http').update('proxy', url, ConfigurationTarget.Global)
}
