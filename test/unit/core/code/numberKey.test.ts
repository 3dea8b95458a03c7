import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { numberKey } from '../../../../src/core/code/numberKey.ts'

describe('a key that names a number', () => {
  it('is seen in environment files, YAML, JSON and code, with what is written of its value', () => {
    const seen = [
      ['SMS_FROM=', 'SMS_FROM', '', ''],
      ['export SUPPORT_NUMBER="+1 20', 'SUPPORT_NUMBER', '"', '+1 20'],
      ['  sender: ', 'sender', '', ''],
      ['  "phoneNumber": "', 'phoneNumber', '"', ''],
      ["const from = '", 'from', "'", ''],
      ['  callerId: `+', 'callerId', '`', '+'],
      ['sms.default.sender = 4', 'sms.default.sender', '', '4'],
      ["'caller-id' => '", 'caller-id', "'", ''],
      ['A=1 PLIVO_SRC=', 'PLIVO_SRC', '', ''],
      ["config['from'] = \"", 'from', '"', ''],
      ['sender: "Müns', 'sender', '"', 'Müns'],
      ['SMS_FROM=support line 2', 'SMS_FROM', '', 'support line 2'],
    ] as const
    for (const [text, key, quote, written] of seen) assert.deepEqual(numberKey(text), { key, quote, written }, text)
  })

  it('is not seen elsewhere', () => {
    const others = [
      'FROM',
      "import a from '",
      '<img src="',
      'PORT=',
      'number of ',
      'sender: "hello, you',
      'from = getNumber(',
      'const x = "',
      'PHONE_COUNT=',
      'fromage = ',
      'did: ',
      '',
    ]
    for (const text of others) assert.equal(numberKey(text), undefined, text)
  })

  it('is looked for in a time that does not grow with the line', () => {
    const begun = performance.now()
    for (const part of ['a', 'a.', ' ', 'from=', '1', '=', 'a ']) numberKey(part.repeat(500_000))
    assert.ok(performance.now() - begun < 1_000)
  })
})
