import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HttpAnswer } from '../../../../src/http/httpClient.ts'
import { asksToUnlink, type ChangedNumber, relinkSms } from '../../../../src/providers/sinch/sinchRelink.ts'
import { type OwnedRow, ownedRow } from '../../../../src/providers/sinch/sinchSchemas.ts'
import type { SettingsPatch } from '../../../../src/providers/sinch/sinchSettingsPatch.ts'
import { failureOf } from '../../../support/sandboxDriver.ts'

function row(servicePlanId: string, scheduledProvisioning: unknown = null, campaignId = ''): OwnedRow {
  const smsConfiguration = { servicePlanId, campaignId, scheduledProvisioning }
  return ownedRow.parse({ phoneNumber: '+13125550142', smsConfiguration })
}

function answer(status: number, message = '', problem = ''): HttpAnswer {
  const details =
    problem === '' ? [] : [{ fieldViolations: [{ field: 'smsConfiguration.servicePlanId', description: problem }] }]
  const text = JSON.stringify({ error: { code: status, message, status: 'X', details } })
  return { status, headers: {}, text, operation: 'settings', effect: 'write' }
}

const linked = row('P1', null, 'C1')
const toOther: SettingsPatch = { smsConfiguration: { servicePlanId: 'P2' } }
const change = { servicePlanId: 'P2' }

/** A number that answers changes and readings in the order written down. */
function scripted(answers: readonly HttpAnswer[], rows: readonly OwnedRow[]) {
  const sent: SettingsPatch[] = []
  const pauses: number[] = []
  let readings = 0
  const number: ChangedNumber = {
    async read() {
      readings += 1
      return rows[readings - 1] ?? rows.at(-1) ?? assert.fail('nothing to read')
    },
    async patch(body) {
      sent.push(body)
      return answers[sent.length - 1] ?? assert.fail('one change too many')
    },
    async pause(ms) {
      pauses.push(ms)
    },
  }
  return { number, sent, pauses }
}

describe('a refusal that asks to unlink first', () => {
  it('is a 400 about the plan that is there', () => {
    for (const words of ['Unlink it first', 'Number already has a plan', 'assigned to another service plan'])
      assert.equal(asksToUnlink(answer(400, words), linked, toOther), true)
    assert.equal(asksToUnlink(answer(400, '', 'must be unlinked'), linked, toOther), true)
  })

  it('is nothing else', () => {
    assert.equal(asksToUnlink(answer(400, 'No such plan'), linked, toOther), false)
    assert.equal(asksToUnlink(answer(409, 'Unlink it first'), linked, toOther), false)
    assert.equal(asksToUnlink(answer(400, 'Unlink it first'), row(''), toOther), false)
    for (const patch of [
      {},
      { smsConfiguration: { servicePlanId: '' } },
      { smsConfiguration: { servicePlanId: 'P1' } },
    ])
      assert.equal(asksToUnlink(answer(400, 'Unlink it first'), linked, patch), false)
  })
})

describe('relinking SMS at Sinch', () => {
  const leaving = row('P1', { servicePlanId: '', status: 'WAITING' })

  it('takes the rest of the change along first and the campaign along last', async () => {
    const { number, sent, pauses } = scripted([answer(200), answer(200)], [row('')])
    assert.deepEqual(
      await relinkSms(number, linked, { displayName: 'A', ...toOther }, { ...change, displayName: 'A' }),
      [],
    )
    assert.deepEqual(sent, [
      { displayName: 'A', smsConfiguration: { servicePlanId: '' } },
      { smsConfiguration: { servicePlanId: 'P2', campaignId: 'C1' } },
    ])
    assert.deepEqual(pauses, [])
  })

  it('waits with growing gaps until the plan is off', async () => {
    const { number, sent, pauses } = scripted([answer(200), answer(200)], [leaving, leaving, row('')])
    assert.deepEqual(await relinkSms(number, linked, toOther, change), [])
    assert.deepEqual([sent.length, pauses], [2, [250, 500]])
  })

  it('does not link while the plan is still being taken off after the last gap', async () => {
    const { number, sent, pauses } = scripted([answer(200)], [leaving])
    const [note] = await relinkSms(number, linked, toOther, change)
    assert.match(note ?? '', /^Sinch is still taking the former service plan off\./)
    assert.deepEqual([sent.length, pauses.at(-1)], [1, 8_000])
  })

  it('changes nothing when taking the plan off is refused', async () => {
    const { number, sent } = scripted([answer(400, 'No')], [])
    const { facts } = await failureOf(relinkSms(number, linked, toOther, change))
    assert.deepEqual([facts.fields, sent.length], [[{ field: 'servicePlanId', problem: 'No' }], 1])
  })

  it('does not give the former plan back when the new link may have been made', async () => {
    const { number, sent } = scripted([answer(200), answer(500)], [row('')])
    const { kind } = await failureOf(relinkSms(number, linked, toOther, change))
    assert.deepEqual([kind, sent.length], ['unknownOutcome', 2])
  })

  it('says that no plan is left when the former one is refused too', async () => {
    const { number, sent } = scripted([answer(200), answer(403, 'Not allowed'), answer(403, 'Not allowed')], [row('')])
    const { facts } = await failureOf(relinkSms(number, linked, toOther, change))
    assert.deepEqual(
      [facts.kind, facts.sentence, sent[2]],
      ['invalid', 'Not allowed', { smsConfiguration: { servicePlanId: 'P1', campaignId: 'C1' } }],
    )
    assert.deepEqual(facts.fields, [
      { field: 'servicePlanId', problem: 'The former service plan is taken off, so the number has none now' },
    ])
  })
})
