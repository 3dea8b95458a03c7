import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { thirdPartyNotices } from '../../../scripts/thirdPartyNotices.mjs'
import { temporaryFolder } from './temporaryFolder.ts'

function packed(name: string, facts: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ name, version: '1.2.3', license: 'MIT', ...facts })
}

describe('the notices of a package', () => {
  it('hold the licence files of every bundled package, each once, also of one inside another', () => {
    const root = temporaryFolder({
      'node_modules/@acme/phone/package.json': packed('@acme/phone', {}),
      'node_modules/@acme/phone/LICENSE': 'The licence of the phone',
      'node_modules/@acme/phone/LICENSE.Apache': 'The licence of its data',
      'node_modules/@acme/phone/node_modules/bell/package.json': packed('bell', { license: 'ISC' }),
      'node_modules/@acme/phone/node_modules/bell/license.md': 'The licence of the bell',
      'node_modules/unused/package.json': packed('unused', {}),
    })
    const text = thirdPartyNotices(root, [
      'src/extension.ts',
      'node_modules/@acme/phone/lib/a.js',
      'node_modules/@acme/phone/lib/b.js',
      'node_modules/@acme/phone/node_modules/bell/index.js',
    ])
    assert.match(text, /@acme\/phone 1\.2\.3 \(MIT\)\n\nThe licence of the phone\n\nThe licence of its data\n/)
    assert.match(text, /bell 1\.2\.3 \(ISC\)\n\nThe licence of the bell\n/)
    assert.equal(text.split('The licence of the phone').length, 2)
    assert.doesNotMatch(text, /unused/)
  })

  it('name the author where a package declares MIT and has no file', () => {
    const root = temporaryFolder({ 'node_modules/bare/package.json': packed('bare', { author: { name: 'Acme' } }) })
    assert.match(thirdPartyNotices(root, ['node_modules/bare/a.js']), /Copyright \(c\) Acme\n\nPermission is hereby/)
  })

  it('are not made when a bundled package has no licence', () => {
    const root = temporaryFolder({ 'node_modules/odd/package.json': packed('odd', { license: undefined }) })
    assert.throws(() => thirdPartyNotices(root, ['node_modules/odd/a.js']), /odd is bundled but has no licence text/)
  })
})
