import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describeBundles, readBundleContents } from '../../../scripts/bundleContents.mjs'
import { temporaryFolder } from './temporaryFolder.ts'

const inputs = {
  'node_modules/@acme/phone/a.js': { bytesInOutput: 3_000 },
  'node_modules/@acme/phone/b.js': { bytesInOutput: 2_000 },
  'node_modules/bell/node_modules/clapper/c.js': { bytesInOutput: 400 },
  'node_modules/unused/d.js': { bytesInOutput: 0 },
  'src/core/price.ts': { bytesInOutput: 500 },
  'src/extension.ts': { bytesInOutput: 40 },
}

describe('the contents of the bundles', () => {
  const outputs = { 'dist/one.js': { bytes: 6_000, inputs }, 'dist/one.js.map': { bytes: 9, inputs: {} } }
  const bundles = readBundleContents(temporaryFolder({ 'out/bundles.json': JSON.stringify({ outputs }) }))

  it('are told by package and by our own folders, largest first', () => {
    assert.deepEqual(bundles, [
      {
        file: 'one.js',
        bytes: 6_000,
        parts: [
          { name: '@acme/phone', bytes: 5_000 },
          { name: 'src/core', bytes: 500 },
          { name: 'clapper', bytes: 400 },
          { name: 'src', bytes: 40 },
        ],
        packages: ['node_modules/@acme/phone', 'node_modules/bell/node_modules/clapper'],
      },
    ])
  })

  it('are a line each for people, without crumbs', () => {
    assert.equal(describeBundles(bundles), 'one.js                 6.0 kB   @acme/phone 5.0, src/core 0.5, clapper 0.4')
  })
})
