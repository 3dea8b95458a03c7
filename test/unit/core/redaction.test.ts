import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createRedactor } from '../../../src/core/redaction.ts'

const secret = 'canary/+"secret"&key=1'

describe('redaction', () => {
  const redactor = createRedactor()
  redactor.addSecret(secret)
  const forms: readonly (readonly [form: string, text: string])[] = [
    ['plain', secret],
    ['percent-encoded', encodeURIComponent(secret)],
    ['inside JSON', JSON.stringify({ key: secret })],
    ['Base64', Buffer.from(secret).toString('base64')],
  ]
  for (const [form, text] of forms) {
    it(`hides a secret in its ${form} form`, () => {
      const clean = redactor.redact(`before ${text} after`)
      assert.match(clean, /^before .*\[secret\].* after$/)
      for (const [, other] of forms) assert.ok(!clean.includes(other))
    })
  }

  it('hides authorization headers whose secret it was never told', () => {
    for (const scheme of ['Bearer', 'Basic', 'Token']) {
      assert.equal(createRedactor().redact(`${scheme} abcDEF123+/=_~.-`), `${scheme} [secret]`)
    }
  })

  it('leaves text without secrets as it is', () => {
    const text = 'plivo list GET: HTTP 200 in 12 ms'
    assert.equal(redactor.redact(text), text)
  })

  it('calls lines clean only when each of them is', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'Support',
        secret,
        `cut ${secret.slice(0, 14)}…`,
        'Bearer abcDEF123',
        'https://me:pass@x.example',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        if (redactor.isClean(lines.join('\n'))) for (const one of lines) assert.equal(redactor.redact(one), one)
      }),
    )
    assert.equal(redactor.isClean('Support\nlocal\n2026-11-03'), true)
  })

  it('does not turn short secrets into a war on ordinary words', () => {
    const cautious = createRedactor()
    cautious.addSecret('list')
    cautious.addSecret('')
    assert.equal(cautious.redact('plivo list'), 'plivo list')
  })

  it('hides the longer of two secrets whole when one contains the other', () => {
    const both = createRedactor()
    both.addSecret('sandbox')
    both.addSecret('sandbox-token-2')
    assert.equal(both.redact('sandbox-token-2'), '[secret]')
  })

  it('lets no told secret through, wherever it stands', () => {
    const secrets = fc.string({ minLength: 6, maxLength: 40 }).filter((text) => text.trim().length >= 6)
    fc.assert(
      fc.property(secrets, fc.string(), fc.string(), (text, before, after) => {
        const told = createRedactor()
        told.addSecret(text)
        return !told.redact(before + text + after).includes(text.trim()) || '[secret]'.includes(text.trim())
      }),
    )
  })
})
