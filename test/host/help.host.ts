import assert from 'node:assert/strict'
import { homedir } from 'node:os'
import { commands, window } from 'vscode'
import { providers } from '../../src/providers/registry.ts'
import type { TestHandle } from '../../src/vscode/product.ts'
import { findLeaks } from '../support/network/findLeaks.ts'
import { loadedAccount, releasable, run, setSetting, useProduct } from './useProduct.ts'

describe('help', () => {
  let product: TestHandle
  before(async () => {
    product = await useProduct()
  })
  after(async () => {
    await setSetting('endpoints', undefined)
    await closeAll()
    await product.sandbox.stop()
  })

  const closeAll = async () => {
    for (let open = 0; open < 2 && window.activeTextEditor?.document.isUntitled; open += 1)
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    await commands.executeCommand('workbench.action.closeAllEditors')
  }

  it('opens an example with the person’s own number, from the sandbox where there is none', async () => {
    await run(product, 'phoneNumbers.showCodeExample', [], { kind: 'notify', press: 'Try the sandbox' })
    const document = window.activeTextEditor?.document
    const [, number] = /^SMS_FROM=(\+\d+)$/m.exec(document?.getText() ?? '') ?? []
    const owned = product.inventory.accounts().flatMap(({ numbers }) => numbers)
    assert.ok(owned.some((one) => one.number === number))
    assert.ok(product.sandbox.running())
  })

  it('opens a report without credentials, numbers, names and addresses of this machine', async () => {
    const plivo = await loadedAccount(product, 'plivo')
    const secrets = product.sandbox
      .accounts()
      .flatMap((account) => Object.values(product.sandbox.credentialsOf(account) ?? {}))
    assert.ok(secrets.length >= 4)
    const [owned] = releasable(product, plivo.id)
    assert.ok(owned)
    await setSetting('endpoints', { plivo: 'https://plivo.intern.example' })
    await run(product, 'phoneNumbers.reportProblem', [])
    const document = window.activeTextEditor?.document
    const text = document?.getText() ?? ''
    assert.equal(document?.languageId, 'markdown')
    assert.match(text, /- Extension: \d+\.\d+\.\d+\n- Editor: .+\n- System: .+\n- Window: /)
    assert.match(text, /- Plivo \(sandbox\): 1 complete; numbers: \d+/)
    assert.match(text, /- phoneNumbers\.endpoints: set, 1 entry \(user\)/)
    assert.match(text, /T\d\d:\d\d:\d\d\.\d{3}Z debug plivo list GET: HTTP 200 in \d+ ms/)
    // The key of one provider begins with its name, which the report may hold.
    const names: readonly string[] = providers.map(({ id }) => id)
    assert.deepEqual(
      findLeaks(secrets, [text]).filter((part) => !names.includes(part)),
      [],
    )
    for (const telling of [owned.number, 'intern.example', '127.0.0.1', homedir()])
      assert.ok(!text.includes(telling), telling)
  })
})
