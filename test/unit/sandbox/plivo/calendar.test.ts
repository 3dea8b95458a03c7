import assert from 'node:assert/strict'
import { it } from 'node:test'
import { nextRenewal } from '../../../../src/sandbox/plivo/calendar.ts'
import { parseRate, rateText } from '../../../../src/sandbox/plivo/rate.ts'

it('renews on the same day of every month, and on the last day of a short one', () => {
  assert.equal(nextRenewal('2025-04-09', '2026-11-03'), '2026-11-09')
  assert.equal(nextRenewal('2025-04-03', '2026-11-03'), '2026-12-03')
  assert.equal(nextRenewal('2025-12-31', '2026-12-31'), '2027-01-31')
  assert.equal(nextRenewal('2026-01-31', '2026-02-10'), '2026-02-28')
  assert.equal(nextRenewal('2027-12-31', '2028-01-31'), '2028-02-29')
})

it('writes money with five places and reads it back without rounding', () => {
  assert.equal(rateText(50_000), '0.50000')
  assert.equal(rateText(-1), '-0.00001')
  assert.equal(parseRate('12.3'), 1_230_000)
  assert.equal(parseRate('0.00770'), 770)
  assert.throws(() => parseRate('1.000001'), /five decimal places/)
  assert.throws(() => parseRate('-1'), /five decimal places/)
})
