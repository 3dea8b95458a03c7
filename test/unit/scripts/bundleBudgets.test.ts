import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describeBundles, readBundleContents } from '../../../scripts/bundleContents.mjs'
import { repository } from '../../support/sourceTree/readSourceTree.ts'

interface Budget {
  readonly bytes: number
  /** The packages that belong in it. One that belongs in two bundles has its reason in docs/performance.md. */
  readonly packages: readonly string[]
}

/** What each bundle may weigh, minified, and which packages it may hold. */
const budgets: Readonly<Record<string, Budget>> = {
  'extension.js': { bytes: 60_000, packages: [] },
  'code.js': { bytes: 40_000, packages: [] },
  'commands.js': { bytes: 120_000, packages: [] },
  'rows.js': { bytes: 48_000, packages: [] },
  'upkeep.js': { bytes: 20_000, packages: [] },
  'help.js': { bytes: 15_000, packages: [] },
  'network.js': { bytes: 410_000, packages: ['undici', 'zod'] },
  'sandbox.js': { bytes: 120_000, packages: [] },
  'numbering.js': { bytes: 125_000, packages: ['libphonenumber-js'] },
  'settingsPanel.js': { bytes: 85_000, packages: ['zod'] },
  'settingsForm.js': {
    bytes: 145_000,
    packages: [
      '@microsoft/fast-element',
      '@microsoft/fast-foundation',
      '@microsoft/fast-web-utilities',
      '@vscode/webview-ui-toolkit',
      'exenv-es6',
      'tslib',
    ],
  },
  'settingsForm.css': { bytes: 14_000, packages: [] },
  'costsPanel.js': { bytes: 20_000, packages: [] },
  'costsPage.js': { bytes: 6_000, packages: [] },
  'costsPage.css': { bytes: 4_000, packages: [] },
}

const bundles = readBundleContents(repository)
const nameOf = (folder: string) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)

describe('the built bundles', () => {
  it('each have a budget', () => {
    assert.deepEqual(bundles.map(({ file }) => file).sort(), Object.keys(budgets).sort())
  })

  for (const bundle of bundles) {
    it(`keep ${bundle.file} within its budget`, () => {
      const most = budgets[bundle.file]?.bytes ?? 0
      assert.ok(bundle.bytes <= most, `at most ${most} bytes, but:\n${describeBundles([bundle])}`)
    })

    it(`keep ${bundle.file} to its packages`, () => {
      assert.deepEqual(bundle.packages.map(nameOf), budgets[bundle.file]?.packages)
    })
  }

  it('hold every package in one version only', () => {
    const folders = new Set(bundles.flatMap(({ packages }) => packages))
    assert.equal(folders.size, new Set([...folders].map(nameOf)).size, [...folders].join('\n'))
  })
})
