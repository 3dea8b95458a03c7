import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addressSecrets, headerSecrets } from '../../../src/core/proxySecrets.ts'
import { createRedactor } from '../../../src/core/redaction.ts'

const secret = 'zT5+gH/1qRk8=uYe4WnP0dJ7'
const told = (...secrets: readonly string[]) => {
  const redactor = createRedactor()
  for (const one of secrets) redactor.addSecret(one)
  return redactor.redact
}

describe('a secret in disguise', () => {
  const redact = told(secret)
  const base64 = (text: string) => Buffer.from(text).toString('base64')

  it('is hidden within the Base64 of more text, wherever it begins', () => {
    for (const before of ['', 'u:', 'us:', 'use:', 'MAXW8F3J2P:']) {
      for (const after of ['', '!', '!!', ':realm']) {
        const seen = redact(`got ${base64(before + secret + after)}`)
        const left = Buffer.from(seen.replaceAll('[secret]', ' ').split(' ').at(-1) ?? '', 'base64').toString()
        assert.match(seen, /\[secret\]/)
        assert.ok(!left.includes(secret.slice(3, 9)), seen)
        assert.ok(!seen.includes(base64(secret).slice(4, 16)))
      }
    }
  })

  it('is hidden in the alphabet of addresses, without padding', () => {
    assert.equal(redact(Buffer.from(secret).toString('base64url')), '[secret]')
  })

  it('is hidden in HTML, in JSON inside JSON, in forms and in any case', () => {
    const odd = told('a"b&c<d>e\'f g')
    assert.equal(odd('a&quot;b&amp;c&lt;d&gt;e&#39;f g'), '[secret]')
    assert.equal(odd(JSON.stringify(JSON.stringify('a"b&c<d>e\'f g')).slice(3, -3)), '[secret]')
    assert.equal(odd('key=a%22b%26c%3Cd%3Ee%27f+g'), 'key=[secret]')
    assert.equal(redact(secret.toLowerCase()), '[secret]')
    assert.equal(redact(encodeURIComponent(secret).toLowerCase()), '[secret]')
  })

  it('is hidden when the text ends in the middle of it, with or without an ellipsis', () => {
    for (let length = 8; length < secret.length; length++) {
      const part = secret.slice(0, length)
      assert.equal(redact(`the key ${part}`), 'the key [secret]')
      assert.equal(redact(`the key ${part}…`), 'the key [secret]…')
      assert.equal(redact(`the key ${part}...`), 'the key [secret]...')
    }
    assert.equal(redact(`${secret.slice(0, 12)} and more`), `${secret.slice(0, 12)} and more`)
  })
})

describe('passwords in addresses', () => {
  it('are hidden without having been told', () => {
    const { redact } = createRedactor()
    assert.equal(redact('via http://me:pass@proxy:8080/x'), 'via http://[secret]@proxy:8080/x')
    assert.equal(redact('https://:only@host'), 'https://[secret]@host')
    assert.equal(redact('https://api.example.com:443/a@b:c'), 'https://api.example.com:443/a@b:c')
  })

  it('take no longer for a hostile text', () => {
    const { redact } = createRedactor()
    const started = performance.now()
    for (const text of ['//a:'.repeat(50_000), '/'.repeat(200_000), `Bearer ${' '.repeat(200_000)}`]) redact(text)
    assert.ok(performance.now() - started < 2_000)
  })

  it('of a proxy are known as they are written and as they are meant', () => {
    const secrets = addressSecrets('http://me:p%40ssw%2Frd@proxy:8080')
    for (const form of ['p%40ssw%2Frd', 'p@ssw/rd', 'me:p@ssw/rd']) assert.ok(secrets.includes(form), form)
    assert.deepEqual(addressSecrets('http://proxy:8080'), [])
    assert.deepEqual(addressSecrets('http://me@proxy:8080'), [])
    assert.ok(addressSecrets('me:password@proxy:8080').includes('password'))
    assert.ok(addressSecrets('http://me:password@bad host').includes('password'))
  })

  it('of a header are known in every form', () => {
    const value = Buffer.from('me:p@ssword').toString('base64')
    assert.deepEqual(headerSecrets(`Basic ${value}`), [value, 'me:p@ssword', 'p@ssword'])
    assert.deepEqual(headerSecrets('Bearer abc.def'), ['abc.def'])
    assert.deepEqual(headerSecrets('justtoken'), ['justtoken'])
    assert.deepEqual(headerSecrets('  '), [])
  })

  it('are looked for in any text without an error', () => {
    fc.assert(fc.property(fc.string(), (text) => addressSecrets(text).every((one) => typeof one === 'string')))
    fc.assert(fc.property(fc.string(), (text) => headerSecrets(text).every((one) => typeof one === 'string')))
  })
})
