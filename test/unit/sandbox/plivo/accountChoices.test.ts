import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plivoSandbox, type Row } from './plivoSandbox.ts'

const ids = (rows: readonly Row[], name: string): string[] => rows.map((row) => String(row[name]))

describe('the pretended choices', () => {
  it('lists applications whose ids are not safe as JavaScript numbers, exactly one of them the default', async (t) => {
    const plivo = await plivoSandbox(t)
    const { objects, meta } = await plivo.read('Application/')
    assert.equal(meta.total_count, 5)
    const numeric = ids(objects, 'app_id').filter((id) => /^\d{17}$/.test(id))
    assert.equal(numeric.length, 4)
    assert.ok(numeric.every((id) => !Number.isSafeInteger(Number(id))))
    assert.ok(new Set(numeric.map(Number)).size < numeric.length)
    assert.equal(objects.filter(({ default_app }) => default_app === true).length, 1)
    assert.deepEqual(ids((await plivo.read('Application/?app_name=support')).objects, 'app_name'), ['support-ivr'])
    const shop = await plivo.read('Application/?subaccount=SASANDBOX00000000001')
    assert.deepEqual(ids(shop.objects, 'app_name'), ['shop-reminders'])
  })

  it('reads one application and answers 404 for an unknown one', async (t) => {
    const plivo = await plivoSandbox(t)
    const { app_name } = await plivo.read<Row>('Application/21004477130012345/')
    assert.equal(app_name, 'support-ivr')
    assert.equal((await plivo.at('GET', 'Application/21004477130012346/')).status, 404)
  })

  it('lists subaccounts, the newest first, with their tokens in clear', async (t) => {
    const { objects } = await (await plivoSandbox(t)).read('Subaccount/')
    assert.deepEqual(ids(objects, 'name'), ['Lab', 'Shop'])
    assert.deepEqual(
      objects.map(({ enabled }) => enabled),
      [false, true],
    )
    for (const { auth_token } of objects) assert.match(String(auth_token), /canary/)
  })

  it('writes tokens nowhere else', async (t) => {
    const plivo = await plivoSandbox(t)
    const texts = await Promise.all(
      ['', 'Number/', 'Application/', 'PhoneNumber/Compliance/'].map(
        async (path) => (await plivo.at('GET', path)).text,
      ),
    )
    const everything = [...texts, JSON.stringify(await plivo.world())].join('\n')
    assert.ok(everything.includes('support-ivr'))
    assert.ok(!everything.includes('canary'))
    assert.ok(!everything.includes('sandbox-plivo-token'))
  })

  it('lists compliance records under their own name, up to a hundred a page', async (t) => {
    const plivo = await plivoSandbox(t)
    const { compliances, meta, objects } = await plivo.read('PhoneNumber/Compliance/?limit=100')
    assert.deepEqual([compliances.length, meta.limit, objects], [8, 100, undefined])
    assert.equal((await plivo.at('GET', 'PhoneNumber/Compliance/?limit=101')).status, 400)
    const words = ['accepted', 'draft', 'expired', 'rejected', 'submitted', 'suspended']
    assert.deepEqual([...new Set(ids(compliances, 'status'))].toSorted(), words)
    const fitting = await plivo.read('PhoneNumber/Compliance/?status=accepted&country_iso=IN&number_type=local')
    assert.equal(fitting.compliances.length, 2)
  })

  it('reads one record under its own name, with its numbers written with a plus', async (t) => {
    const plivo = await plivoSandbox(t)
    const id = '6f0a2d4e-3b1c-4f5a-9c7d-1e2f3a4b5c6d'
    const path = `PhoneNumber/Compliance/${id}/`
    const { compliance } = await plivo.read<{ compliance: Row }>(`${path}?expand=end_user,linked_numbers`)
    assert.equal(compliance['compliance_id'], id)
    assert.match(String(compliance['linked_numbers']), /^\+91\d+$/)
    assert.ok(Object.hasOwn(compliance, 'end_user') && !Object.hasOwn(compliance, 'documents'))
    const bare = await plivo.read<{ compliance: Row }>(path)
    assert.ok(!Object.hasOwn(bare.compliance, 'linked_numbers'))
    assert.equal((await plivo.at('GET', 'PhoneNumber/Compliance/unknown/')).status, 404)
  })

  it('says what is required where', async (t) => {
    const plivo = await plivoSandbox(t)
    const ask = (country: string) =>
      plivo.read<{ document_types: readonly unknown[] }>(
        `PhoneNumber/Compliance/Requirements/?country_iso=${country}&number_type=local&user_type=business`,
      )
    assert.equal((await ask('IN')).document_types.length, 1)
    assert.equal((await ask('US')).document_types.length, 0)
    assert.equal((await plivo.at('GET', 'PhoneNumber/Compliance/Requirements/?country_iso=IN')).status, 400)
  })

  it('shows the account with the money it has left', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.act({ balance: '12.5' })
    const { auth_id, cash_credits } = await plivo.read<Row>('')
    assert.deepEqual([auth_id, cash_credits], [plivo.authId, '12.50000'])
  })
})
