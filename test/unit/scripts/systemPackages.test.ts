import assert from 'node:assert/strict'
import { chmodSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, it } from 'node:test'
import { findChromium, findOnPath, missingSentence } from '../../../scripts/systemPackages.mjs'
import { temporaryFolder } from './temporaryFolder.ts'

describe('finding programs', () => {
  it('takes the first executable of a name on PATH and passes over plain files', () => {
    const first = temporaryFolder({ tool: 'not executable' })
    const second = temporaryFolder({ tool: '#!/bin/sh\n' })
    chmodSync(join(second, 'tool'), 0o755)
    assert.equal(findOnPath(['tool'], [first, '', second].join(delimiter)), join(second, 'tool'))
    assert.equal(findOnPath(['tool'], first), undefined)
  })

  it('takes the browser that CHROMIUM_EXECUTABLE names, and no other in its place', () => {
    const folder = temporaryFolder({ mine: '#!/bin/sh\n' })
    chmodSync(join(folder, 'mine'), 0o755)
    assert.equal(findChromium({ CHROMIUM_EXECUTABLE: join(folder, 'mine') }), join(folder, 'mine'))
    assert.equal(findChromium({ CHROMIUM_EXECUTABLE: join(folder, 'other') }), undefined)
  })
})

describe('what is missing', () => {
  it('is said in one sentence with the way to get it', () => {
    const present = () => false
    const sentence = missingSentence([
      { package: 'chromium', what: 'Chromium', present },
      { package: 'make', what: 'make', present },
    ])
    assert.match(sentence, /^Missing on this machine: Chromium, make\. .*apt-get install chromium make/)
  })
})
