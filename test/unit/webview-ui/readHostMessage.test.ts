import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formProtocol } from '../../../src/contract/settingsFormMessages.ts'
import { readHostMessage } from '../../../webview-ui/readHostMessage.ts'

describe('what the page takes for a message of the host', () => {
  const outcome = { v: formProtocol, type: 'outcome', replyTo: 'request-1', outcome: 'done' }
  it('is a known message of its own version', () => assert.equal(readHostMessage(outcome), outcome))

  for (const other of [
    undefined,
    null,
    'view',
    42,
    {},
    { ...outcome, v: formProtocol + 1 },
    { ...outcome, type: 'toString' },
    { ...outcome, type: ['view'] },
  ])
    it(`is not ${JSON.stringify(other)}`, () => assert.equal(readHostMessage(other), undefined))
})
