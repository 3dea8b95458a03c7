import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cancelReleaseQuestion } from '../../../src/core/cancelReleaseQuestion.ts'
import type { Ending } from '../../../src/core/journal.ts'
import { tryvox } from '../../../src/providers/tryvox/tryvox.ts'
import { buildDeed } from '../../support/buildDeed.ts'
import { buildAccount } from '../../support/builders.ts'

const ask = (ending: Partial<Ending> = {}, account = buildAccount({ label: 'Production' })) =>
  cancelReleaseQuestion({
    ...{ definition: tryvox, account, formatted: '+1 312 555 0142', day: (iso) => `day ${iso}` },
    release: buildDeed({ verb: 'release' }, ending),
  })

describe('the question before a release is taken back', () => {
  it('names provider, account and number, and what is paid again', () => {
    const { title, detail, action } = ask()
    assert.equal(title, 'Take back the release of +1 312 555 0142 at TryVox?')
    assert.match(detail, /^Provider: TryVox\nAccount: Production\nNumber: \+1 312 555 0142\n/)
    assert.match(detail, /^Price before its release: USD 0\.50 per month$/m)
    assert.match(detail, /yours again, and you pay for it again/)
    assert.equal(action, 'Take back')
  })

  it('says what the provider does not say', () => {
    assert.match(ask().detail, /TryVox does not say whether a fee for the release is paid back/)
  })

  it('says the fee of the release and until when it can be taken back, and that a fee is unknown', () => {
    const { detail } = ask({ fee: { amount: '25', currency: 'USD' }, cancellableUntil: 'X' })
    assert.match(detail, /^Fee for releasing it: USD 25\.00$/m)
    assert.match(detail, /^Can be taken back until: day X$/m)
    assert.match(ask().detail, /^Fee for releasing it: unknown$/m)
  })

  it('names the host of an account that a setting points at another server', () => {
    const endpoints = { api: 'http://127.0.0.1:43453' }
    assert.match(ask({}, buildAccount({ endpoints, endpointsOverridden: true })).detail, /^Provider: TryVox at 127/)
  })
})
