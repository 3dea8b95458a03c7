import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import { speak } from '../../../../src/core/words.ts'
import { costsHtml } from '../../../../src/vscode/costs/costsHtml.ts'

const parts = { nonce: 'N0nce==', cspSource: "'self'", script: 'https://host/page.js', style: 'https://host/page.css' }

describe('the page of costs', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, Symbol.for('phoneNumbers.words')))

  it('names the language of its texts', () => {
    assert.match(costsHtml(parts), /<html lang="en">[\s\S]*<title>Costs<\/title>/)
    speak('de', (english) => (english === 'Costs' ? 'Kosten' : english))
    assert.match(costsHtml(parts), /<html lang="de">[\s\S]*<title>Kosten<\/title>/)
  })
})
