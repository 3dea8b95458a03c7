import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  formProtocol,
  parseFormMessage,
  parseHostMessage,
  parseRestoreKey,
} from '../../../src/contract/settingsFormMessages.ts'

const id = 'c0ffee00-0001'
const ready = { v: formProtocol, type: 'ready', id }

describe('messages from the settings form', () => {
  for (const type of ['ready', 'copy', 'refresh', 'openConsole'])
    it(`reads “${type}”`, () => assert.deepEqual(parseFormMessage({ ...ready, type }), { ...ready, type }))

  const refused: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['text', 'ready'],
    ['a list', [ready]],
    ['an unknown wish', { ...ready, type: 'release' }],
    ['a wish by an inherited name', { ...ready, type: 'constructor' }],
    ['another version', { ...ready, v: formProtocol + 1 }],
    ['no version', { type: 'ready', id }],
    ['no request id', { v: formProtocol, type: 'ready' }],
    ['a short request id', { ...ready, id: '1' }],
    ['a request id that is a number', { ...ready, id: 12345678 }],
    ['a request id with markup', { ...ready, id: '<img src=x onerror=1>' }],
    ['a request id that ends with a line break', { ...ready, id: `${id}\n` }],
    ['an oversized request id', { ...ready, id: 'a'.repeat(5_000_000) }],
    ['a field that does not belong', { ...ready, type: 'copy', number: '+13125550142' }],
    ['an address to open', { ...ready, type: 'openConsole', url: 'https://example.com' }],
  ]
  for (const [what, raw] of refused) it(`refuses ${what}`, () => assert.equal(parseFormMessage(raw), undefined))
})

describe('messages to the settings form', () => {
  it('reads an outcome and refuses one that answers nothing', () => {
    const outcome = { v: formProtocol, type: 'outcome', replyTo: id, outcome: 'done' }
    assert.deepEqual(parseHostMessage(outcome), outcome)
    assert.equal(parseHostMessage({ ...outcome, replyTo: undefined }), undefined)
  })
})

describe('what a form keeps for the next window', () => {
  const key = {
    v: formProtocol,
    accountId: '5d0c1c6e-5a55-4a0e-9d2f-0a3f5a1f2b11',
    numbers: ['+13125550142'],
    labels: { alias: 'Alias' },
  }
  it('reads account and number', () => assert.deepEqual(parseRestoreKey(key), key))

  const refused: [string, unknown][] = [
    ['nothing', undefined],
    ['a number without its plus', { ...key, numbers: ['13125550142'] }],
    ['a number that is too long', { ...key, numbers: [`+${'1'.repeat(16)}`] }],
    ['a path as account', { ...key, accountId: '../../etc/passwd' }],
    ['an oversized account', { ...key, accountId: 'a'.repeat(101) }],
    ['a secret beside it', { ...key, authToken: 'x' }],
    ['no labels', { ...key, labels: undefined }],
    ['labels of something that is no field', { ...key, labels: { '<b>': 'x' } }],
    ['a label that is not text', { ...key, labels: { alias: { toString: 1 } } }],
    ['an oversized label', { ...key, labels: { alias: 'x'.repeat(201) } }],
    ['an inherited name among the labels', { ...key, labels: JSON.parse('{"__proto__": "x"}') }],
    ['another version', { ...key, v: 0 }],
  ]
  for (const [what, raw] of refused) it(`refuses ${what}`, () => assert.equal(parseRestoreKey(raw), undefined))
})
