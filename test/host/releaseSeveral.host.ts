import assert from 'node:assert/strict'
import { commands, env } from 'vscode'
import type { TestHandle } from '../../src/vscode/product.ts'
import { loadedAccount, numberRow, releasable, run, setSetting, useProduct } from './useProduct.ts'

describe('releasing', () => {
  let product: TestHandle
  before(async () => {
    product = await useProduct()
    await product.sandbox.start()
  })
  afterEach(() => setSetting('release.confirmation', undefined))
  after(() => product.sandbox.stop())

  it('releases all selected rows after one question that says what each provider does', async () => {
    const plivo = await loadedAccount(product, 'plivo')
    const sinch = await loadedAccount(product, 'sinch')
    const numbers = [...releasable(product, plivo.id).slice(0, 2), ...releasable(product, sinch.id).slice(0, 1)]
    const rows = numbers.map(numberRow)
    const script = [{ kind: 'confirm', agree: true } as const, { kind: 'notify' } as const]
    const prompts = await run(product, 'phoneNumbers.release', [rows[0], rows], ...script)
    const { format } = await product.parts.numbering()
    const [question] = prompts.confirmed
    assert.equal(question?.title, 'Release 3 numbers?')
    assert.equal(question?.action, 'Release 3 numbers')
    for (const { number } of numbers) assert.ok(question?.detail.includes(format(number)))
    assert.match(question?.detail ?? '', /^Plivo · Sandbox Plivo \(sandbox.*:$[\s\S]*^Sinch · Sandbox Sinch/m)
    assert.match(prompts.notices[0]?.message ?? '', /^Released 3 of 3: /)
    assert.deepEqual(
      numbers.map(({ accountId, number }) => product.inventory.find(accountId, number)?.state.kind),
      [undefined, undefined, 'releasing'],
    )
  })

  it('lists a selected number that cannot be released, and leaves it out', async () => {
    const sinch = await loadedAccount(product, 'sinch')
    const leaving = product.inventory.account(sinch.id)?.numbers.find(({ state }) => state.kind === 'releasing')
    const [active] = releasable(product, sinch.id)
    assert.ok(leaving && active)
    const rows = [numberRow(active), numberRow(leaving)]
    const prompts = await run(product, 'phoneNumbers.release', [rows[0], rows], { kind: 'confirm', agree: false })
    const { format } = await product.parts.numbering()
    const [, left] = prompts.confirmed[0]?.detail.split('Not released:') ?? []
    assert.equal(prompts.confirmed[0]?.title, 'Release 1 number at Sinch?')
    assert.ok(left?.includes(format(leaving.number)))
    assert.equal(product.inventory.find(sinch.id, active.number)?.state.kind, 'active')
  })

  it('keeps a number whose release was confirmed by button but not by typing', async () => {
    await setSetting('release.confirmation', 'typeNumber')
    const plivo = await loadedAccount(product, 'plivo')
    const [owned] = releasable(product, plivo.id)
    assert.ok(owned)
    const wrong = { kind: 'input', text: '+13125550000' } as const
    const script = [{ kind: 'confirm', agree: true } as const, wrong, { kind: 'escape' } as const]
    const prompts = await run(product, 'phoneNumbers.release', [numberRow(owned)], ...script)
    assert.equal(prompts.inputs.length, 2)
    assert.equal(product.inventory.find(plivo.id, owned.number)?.state.kind, 'active')
  })

  it('releases a number that was typed, with or without spaces', async () => {
    await setSetting('release.confirmation', 'typeNumber')
    const plivo = await loadedAccount(product, 'plivo')
    const { format, formatNational } = await product.parts.numbering()
    for (const write of [format, String, formatNational]) {
      const [owned] = releasable(product, plivo.id)
      assert.ok(owned)
      const typed = { kind: 'input', text: write(owned.number) } as const
      const script = [{ kind: 'confirm', agree: true } as const, typed, { kind: 'notify' } as const]
      const prompts = await run(product, 'phoneNumbers.release', [numberRow(owned)], ...script)
      assert.ok(prompts.inputs[0]?.prompt.includes(formatNational(owned.number)))
      assert.equal(product.inventory.find(plivo.id, owned.number), undefined)
    }
  })

  it('wants the count typed for several', async () => {
    await setSetting('release.confirmation', 'typeNumber')
    const tryvox = await loadedAccount(product, 'tryvox')
    const rows = releasable(product, tryvox.id).slice(0, 2).map(numberRow)
    assert.equal(rows.length, 2)
    const agree = { kind: 'confirm', agree: true } as const
    const typed = (text: string) => ({ kind: 'input', text }) as const
    await run(product, 'phoneNumbers.release', [rows[0], rows], agree, typed('release 3'), { kind: 'escape' })
    assert.ok(rows.every(({ accountId, number }) => product.inventory.find(accountId, number) !== undefined))
    await run(product, 'phoneNumbers.release', [rows[0], rows], agree, typed('release 2'), { kind: 'notify' })
    assert.ok(rows.every(({ accountId, number }) => product.inventory.find(accountId, number) === undefined))
  })

  it('works on the row alone when it is not among those that are selected', async () => {
    const contiguity = await loadedAccount(product, 'contiguity')
    const [one, two, three] = releasable(product, contiguity.id).map(numberRow)
    assert.ok(one && two && three)
    const prompts = await run(product, 'phoneNumbers.release', [one, [two, three]], { kind: 'confirm', agree: false })
    const { format } = await product.parts.numbering()
    assert.equal(prompts.confirmed[0]?.title, `Release ${format(one.number)} at Contiguity?`)
  })

  it('copies several selected numbers one per line', async () => {
    const sinch = await loadedAccount(product, 'sinch')
    const rows = (product.inventory.account(sinch.id)?.numbers ?? []).slice(0, 3).map(numberRow)
    await commands.executeCommand('phoneNumbers.copyNumber', rows[0], rows)
    assert.equal(await env.clipboard.readText(), rows.map(({ number }) => number).join('\n'))
  })
})
