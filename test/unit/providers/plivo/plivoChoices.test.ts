import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ProviderError } from '../../../../src/core/providerError.ts'
import type { PlivoAccount } from '../../../../src/providers/plivo/plivoAccount.ts'
import { listChoices } from '../../../../src/providers/plivo/plivoChoices.ts'
import { createSeenTrunks } from '../../../../src/providers/plivo/plivoTrunks.ts'
import { rejection } from '../../../support/rejection.ts'

interface Asked {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

/** An account that answers every list from these rows, page by page. */
function accountWith(rows: readonly unknown[], options: { counted?: boolean; member?: string; failAt?: number } = {}) {
  const { counted = true, member = 'objects', failAt } = options
  const asked: Asked[] = []
  let inFlight = 0
  let most = 0
  const account: Pick<PlivoAccount, 'get'> = {
    async get(path, query) {
      asked.push({ path, query })
      inFlight += 1
      most = Math.max(most, inFlight)
      await new Promise(setImmediate)
      inFlight -= 1
      const offset = Number(query['offset'])
      if (offset === failAt) throw new ProviderError({ kind: 'network', provider: 'plivo', operation: 'choices' })
      const page = rows.slice(offset, offset + Number(query['limit']))
      const meta = counted ? { total_count: rows.length } : {}
      const text = JSON.stringify({ meta, [member]: page })
      return { status: 200, headers: {}, text, operation: 'choices', effect: 'read' }
    },
  }
  const choices = (key: string) =>
    listChoices(account as PlivoAccount, createSeenTrunks(), key, new AbortController().signal)
  return { asked, choices, most: () => most }
}

function applications(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    app_id: `${21004477130010000n + BigInt(index)}`,
    app_name: '',
  }))
}

describe('choices at Plivo', () => {
  it('are all 1,000 applications in their order, from 50 pages of 20, several at once', async () => {
    const { asked, choices, most } = accountWith(applications(1_000))
    const found = await choices('application')
    assert.deepEqual(
      found.map(({ value }) => value),
      applications(1_000).map(({ app_id }) => app_id),
    )
    assert.equal(asked.length, 50)
    assert.ok(asked.every(({ query }) => query['limit'] === '20'))
    assert.ok(most() > 1 && most() <= 8, `${most()} at once`)
  })

  it('stay bounded whatever count is claimed', async () => {
    const { asked, choices } = accountWith(applications(1_500))
    assert.equal((await choices('application')).length, 1_000)
    assert.equal(asked.length, 50)
  })

  it('are all of them without a count too', async () => {
    for (const [count, pages] of [
      [0, 1],
      [19, 1],
      [45, 3],
      [1_100, 50],
    ] as const) {
      const { asked, choices } = accountWith(applications(count), { counted: false })
      assert.equal((await choices('application')).length, Math.min(count, 1_000))
      assert.equal(asked.length, pages, `${count} rows`)
    }
  })

  it('reject when one page fails', async () => {
    assert.equal(
      (await rejection(accountWith(applications(100), { failAt: 60 }).choices('application'))).kind,
      'network',
    )
  })

  it('keep nothing of a subaccount but its id, its name and whether it is disabled', async () => {
    const { choices } = accountWith([
      { auth_id: 'SA1', name: 'Shop', enabled: true, auth_token: 'canary-1', new_auth_token: 'canary-2' },
      { auth_id: 'SA2', name: null, enabled: false, auth_token: 'canary-3' },
      { name: 'Nobody', auth_token: 'canary-4' },
    ])
    assert.deepEqual(await choices('subaccount'), [
      { value: 'SA1', label: 'Shop', hint: 'SA1' },
      { value: 'SA2', label: 'SA2', hint: 'SA2, disabled' },
    ])
  })

  it('are accepted compliance records of one country and type, even if the filter is not heard', async () => {
    const fitting = { compliance_id: '1', alias: 'Fits', status: 'accepted', country_iso: 'IN', number_type: 'local' }
    const rows = [
      fitting,
      { ...fitting, compliance_id: '2', status: 'submitted' },
      { ...fitting, compliance_id: '3', country_iso: 'DE' },
      { ...fitting, compliance_id: '4', number_type: 'mobile' },
      { compliance_id: '5', alias: '', status: 'ACCEPTED' },
    ]
    const { asked, choices } = accountWith(rows, { member: 'compliances' })
    assert.deepEqual(await choices('compliance_IN_local'), [
      { value: '1', label: 'Fits', hint: '1' },
      { value: '5', label: '5', hint: '5' },
    ])
    const paging = { limit: '20', offset: '0' }
    const query = { status: 'accepted', country_iso: 'IN', number_type: 'local', ...paging }
    assert.deepEqual(asked, [{ path: 'PhoneNumber/Compliance/', query }])
  })

  it('show names as plain text and keep ids as they are', async () => {
    const { choices } = accountWith([{ app_id: 'a\u202eb', app_name: 'Sales\u0007\nwest' }])
    assert.deepEqual(await choices('application'), [{ value: 'a\u202eb', label: 'Sales west', hint: 'a b' }])
  })
})
