import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import { counted, language, speak, t } from '../../../src/core/words.ts'

const slot = Symbol.for('phoneNumbers.words')

describe('texts', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, slot))

  it('are English, with their values, as long as no language was set', () => {
    assert.equal(t('{0} of {1} at {0}', 'a', 2), 'a of 2 at a')
    assert.equal(t('{0} and {1}', '{1}', 'b'), '{1} and b')
    assert.equal(language(), 'en')
  })

  it('are what the translation makes of them', () => {
    speak('de', (english, ...values) => [english, ...values].join('|'))
    assert.equal(t('Rent {0}', 'x'), 'Rent {0}|x')
    assert.equal(language(), 'de')
  })

  it('count in the way of the language', () => {
    assert.equal(counted(1, 'one', '{0} many'), 'one')
    assert.equal(counted(0, 'one', '{0} many'), '0 many')
    assert.equal(counted(1204, 'one', '{0} many'), '1,204 many')
    speak('de', (english) => english)
    assert.equal(counted(1204, 'one', '{0} many'), '1.204 many')
  })
})
