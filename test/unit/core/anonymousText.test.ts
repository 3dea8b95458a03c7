import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anonymousText } from '../../../src/core/anonymousText.ts'

const personal = {
  names: ['Blumen Meyer', 'ada', 'AB'],
  hosts: ['numbers.intern.example', 'intern.example'],
  homeFolder: '/home/ada',
}
const clean = (text: string) => anonymousText(text, personal)

describe('a text of the log without names', () => {
  it('has no phone number in any way of writing one', () => {
    for (const number of ['+12025550142', '+1 202-555-0142', '(202) 555-0142', '0044 20 7946 0018', '12025550142'])
      assert.doesNotMatch(clean(`Releasing ${number}: gone`), /555|7946/, number)
  })

  it('has no name of an account or a number, quoted or bare, and no name of the person', () => {
    assert.equal(clean('Rented for “Production 2” at Plivo'), 'Rented for “[name]” at Plivo')
    assert.equal(clean('Nummer für „Produktion 2“ gemietet'), 'Nummer für „[name]“ gemietet')
    assert.equal(clean('blumen meyer: Ada, not adamant'), '[name]: [name], not adamant')
  })

  it('has no address of a server, a machine or a mailbox', () => {
    assert.equal(clean('connect ECONNREFUSED 10.1.2.3:443'), 'connect ECONNREFUSED [address]:443')
    assert.equal(clean('getaddrinfo ENOTFOUND numbers.intern.example'), 'getaddrinfo ENOTFOUND [address]')
    assert.equal(clean('see https://example.com/a?b=c now'), 'see [address] now')
    assert.equal(clean('ask ada.l@example.com'), 'ask [mail]')
  })

  it('has no id of an account or a request', () => {
    assert.equal(clean('row 2f1c9d1e-77aa-4c1b-9d3e-0123456789ab'), 'row [id]')
    assert.equal(clean('MAXXXXXXXXXXXXXXXX01 unknown'), '[id] unknown')
  })

  it('keeps where in the extension something failed, not where the extension lies', () => {
    const stack = 'Error: x\n    at run (/home/ada/.vscode/extensions/phone-numbers-0.1.0/dist/commands.js:12:3456)'
    assert.equal(clean(stack), 'Error: x\n    at run (dist/commands.js:12:3456)')
    assert.match(clean('at C:\\Users\\Ada\\ext\\dist\\commands.js:1:2'), /^at dist\\commands\.js:1:2$/)
    assert.equal(clean('ENOENT /home/ada/history.jsonl'), 'ENOENT ~/history.jsonl')
  })

  it('keeps what helps: operations, statuses, durations, codes', () => {
    const line = 'plivo list GET: HTTP 503 in 1204 ms, UND_ERR_CONNECT_TIMEOUT, AB test'
    assert.equal(clean(line), line)
  })
})
