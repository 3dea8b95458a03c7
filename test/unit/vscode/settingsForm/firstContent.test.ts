import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FormView } from '../../../../src/contract/numberCard.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { firstContent } from '../../../../src/vscode/settingsForm/firstContent.ts'
import { formWords } from '../../../../src/vscode/settingsForm/formWords.ts'
import { numberCard } from '../../../../src/vscode/settingsForm/numberCard.ts'
import { sampleAccount, sampleNumber, sampleProvider } from '../../../support/settingsForm/sampleNumbers.ts'

const attack = `"><img src=x onerror="x"><script>alert(1)</script>&`

describe('the content of the first frame', () => {
  it('lets no text of a provider or person be anything but text', () => {
    const owned = sampleNumber({
      ...{ name: attack, type: attack, routing: attack, capabilities: [attack], renewsAt: attack },
      state: { kind: 'other', word: attack },
      facts: [{ label: attack, value: attack }],
    })
    const account = sampleAccount({ label: attack, sandbox: true })
    const card = numberCard(owned, account, sampleProvider, createPhoneNumbering(), (iso) => iso)
    const view: FormView = { kind: 'number', card, settings: { kind: 'reading', text: attack } }
    const all = Object.values(firstContent(view, formWords)).join('')
    assert.deepEqual([...new Set(all.match(/<\w+/g))].sort(), [
      '<bdi',
      '<dd',
      '<div',
      '<dl',
      '<dt',
      '<h2',
      '<p',
      '<section',
      '<span',
    ])
    assert.ok(
      all.includes('&quot;&gt;&lt;img src=x onerror=&quot;x&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;'),
    )
  })

  it('says that a number is missing', () => {
    const view: FormView = {
      kind: 'missing',
      missing: { title: '+1', notices: [{ severity: 'info', text: 'Gone.' }], actions: [] },
    }
    const { title, notices, settings, groups } = firstContent(view, formWords)
    assert.deepEqual([title, settings, groups], ['+1', '', ''])
    assert.match(notices, /<bdi>Gone\.<\/bdi>/)
  })
})
