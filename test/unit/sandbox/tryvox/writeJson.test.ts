import assert from 'node:assert/strict'
import { it } from 'node:test'
import { writeJson } from '../../../../src/sandbox/tryvox/writeJson.ts'

it('writes fees with two decimals and leaves everything else alone', () => {
  const body = { monthly_fee: 2.5, setup_fee: 0, max_channels: 4, name: '"monthly_fee":1', nested: [{ setup_fee: 12 }] }
  const text = writeJson(body)
  assert.match(text, /^\{"monthly_fee":2\.50,"setup_fee":0\.00,"max_channels":4,/)
  assert.match(text, /\[\{"setup_fee":12\.00\}\]\}$/)
  assert.deepEqual(JSON.parse(text), body)
})
