import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ProviderError } from '../../../../src/core/providerError.ts'
import type { HttpAnswer } from '../../../../src/http/httpClient.ts'
import type { PlivoAccount } from '../../../../src/providers/plivo/plivoAccount.ts'
import { changeSettings, readAfterUpdate } from '../../../../src/providers/plivo/plivoSettingsChange.ts'
import { e164 } from '../../../support/builders.ts'
import { rejection } from '../../../support/rejection.ts'

const number = e164('+17755550123')

function answering(body: unknown, effect: HttpAnswer['effect']): HttpAnswer {
  return { status: 200, headers: {}, text: JSON.stringify(body), operation: 'settings', effect }
}

/** An account whose readings are scripted by their turn; the number never shows a change. */
function scriptedAccount(onRead: (turn: number) => void) {
  let reads = 0
  const sent: unknown[] = []
  const account: Pick<PlivoAccount, 'rows' | 'find' | 'post'> = {
    rows: { accountId: 'account-1', authId: 'MA1', countryOf: () => 'US' },
    async find() {
      reads += 1
      onRead(reads)
      return answering({ number: '17755550123', alias: 'Old', application: '2100' }, 'read')
    },
    async post(_path, body) {
      sent.push(body)
      return answering({ message: 'changed' }, 'write')
    },
  }
  return { account: account as PlivoAccount, sent }
}

describe('changing settings', () => {
  it('does not call an accepted change cancelled, neither between two readings nor during one', async () => {
    for (const during of [false, true]) {
      const cancel = new AbortController()
      const { account, sent } = scriptedAccount((turn) => {
        if (turn < 2) return
        cancel.abort()
        if (during) throw new ProviderError({ kind: 'cancelled', provider: 'plivo', operation: 'settings' })
      })
      const call = { operation: 'settings', signal: cancel.signal } as const
      const { facts } = await rejection(changeSettings(account, number, { alias: 'New' }, call))
      assert.equal(facts.kind, 'unknownOutcome')
      assert.match(facts.detail ?? '', /accepted the change/)
      assert.deepEqual(sent, [{ alias: 'New', app_id: '2100' }])
    }
  })

  it('does not hide a mistake of our own', async () => {
    const { account } = scriptedAccount((turn) => {
      if (turn > 1) throw new TypeError('ours')
    })
    const call = { operation: 'settings', signal: new AbortController().signal } as const
    await assert.rejects(changeSettings(account, number, { alias: 'New' }, call), TypeError)
  })
})

describe('readAfterUpdate', () => {
  it('waits before every further reading, and not after the last one', async () => {
    for (const [shownAt, expected] of [
      [1, ['read']],
      [2, ['read', 'wait', 'read']],
      [3, ['read', 'wait', 'read', 'wait', 'read']],
      [4, ['read', 'wait', 'read', 'wait', 'read']],
    ] as const) {
      const steps: string[] = []
      let reads = 0
      const reading = await readAfterUpdate(
        async () => {
          steps.push('read')
          reads += 1
          return reads
        },
        (turn) => turn >= shownAt,
        async (ms) => {
          assert.ok(ms > 0 && ms < 1_000)
          steps.push('wait')
        },
      )
      assert.deepEqual(steps, expected)
      assert.equal(reading, Math.min(shownAt, 3))
    }
  })
})
