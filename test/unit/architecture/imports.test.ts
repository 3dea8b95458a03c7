import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { moduleReferences } from '../../support/sourceTree/moduleReferences.ts'
import { parseSources } from '../../support/sourceTree/parseSources.ts'
import { readSourceTree, repository } from '../../support/sourceTree/readSourceTree.ts'
import { earlyPackages } from './earlyPackages.ts'
import { importOffences, targetOf } from './importOffences.ts'
import { roomsFor } from './rooms.ts'

const providerIds = readdirSync(join(repository, 'src/providers'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
const product = readSourceTree().filter(({ path }) => /^(src|webview-ui)\//.test(path))

describe('who may import whom', () => {
  it('keeps every room to the rooms and packages it may name', () => {
    assert.deepEqual(importOffences(product, roomsFor(providerIds)), [])
  })

  it('points every relative import at a file that exists, with its extension', () => {
    const known = new Set(readSourceTree().map(({ path }) => path))
    const dangling = product.flatMap((source) =>
      moduleReferences(source)
        .map(({ specifier }) => targetOf(source.path, specifier))
        .filter((target) => /^(src|webview-ui|test|scripts)\//.test(target) && !known.has(target))
        .map((target) => `${source.path} names ${target}`),
    )
    assert.deepEqual(dangling, [])
  })

  it('imports zod as a namespace everywhere', () => {
    const named = readSourceTree().flatMap((source) =>
      moduleReferences(source)
        .filter(({ specifier, names }) => /^zod(\/|$)/.test(specifier) && names.join() !== '*')
        .map(({ line }) => `${source.path}:${line}`),
    )
    assert.deepEqual(named, [])
  })

  it('names the toolkit of the settings form in one file at most', () => {
    const users = readSourceTree()
      .filter((source) =>
        moduleReferences(source).some(({ specifier }) => specifier.startsWith('@vscode/webview-ui-toolkit')),
      )
      .map(({ path }) => path)
    assert.ok(users.length <= 1, `imported by ${users.join(', ')}`)
  })

  it('starts the scripts of the manifest with what Node brings along, so that they run before anything is installed', () => {
    const scripts = readSourceTree().filter(({ path }) => path.startsWith('scripts/'))
    const entries = ['scripts/start.mjs', 'scripts/test.mjs', 'scripts/sandbox.mjs', 'scripts/bootstrap.mjs']
    assert.deepEqual(earlyPackages(scripts, entries), [])
  })
})

describe('the import rules themselves', () => {
  const offencesOf = (path: string, text: string) =>
    importOffences(parseSources({ [path]: text }), roomsFor(providerIds))
  const forbidden: readonly (readonly [path: string, text: string])[] = [
    ['src/core/price.ts', `import { readFileSync } from 'node:fs'`],
    ['src/core/price.ts', `import type { Transport } from '../http/transport.ts'`],
    ['src/core/price.ts', `export type T = import('../http/transport.ts').Transport`],
    ['src/core/price.ts', `export * from '../providers/registry.ts'`],
    ['src/providers/plivo/plivo.ts', `import * as z from 'zod'`],
    ['src/providers/plivo/plivoDriver.ts', `import { sinch } from '../sinch/sinch.ts'`],
    ['src/providers/plivo/plivoDriver.ts', `import { Agent } from 'undici'`],
    ['src/providers/registry.ts', `import { createPlivoDriver } from './plivo/plivoDriver.ts'`],
    ['src/sandbox/clock.ts', `import type { E164 } from '../core/phoneNumber.ts'`],
    ['src/contract/messages.ts', `import { parseE164 } from '../core/phoneNumber.ts'`],
    ['src/vscode/log.ts', `import { drivers } from '../providers/drivers.ts'`],
    ['src/vscode/log.ts', `await import('../providers/plivo/plivoDriver.ts')`],
    ['src/vscode/log.ts', `const name = './log.ts'; await import(name)`],
    ['src/extension.ts', `import { startSandbox } from './sandbox/sandbox.ts'`],
    ['src/helpers.ts', `export const nothing = 0`],
  ]
  for (const [path, text] of forbidden) {
    it(`refuses ${text} in ${path}`, () => assert.equal(offencesOf(path, text).length, 1))
  }

  it('find a package that is needed before anything is installed, also behind another script', () => {
    const scripts = parseSources({
      'scripts/start.mjs': `import { a } from './a.mjs'\nawait import('esbuild')`,
      'scripts/a.mjs': `import { join } from 'node:path'\nimport { build } from 'esbuild'`,
      'scripts/other.mjs': `import { build } from 'esbuild'`,
    })
    assert.deepEqual(earlyPackages(scripts, ['scripts/start.mjs']), ['scripts/a.mjs:2 names esbuild'])
  })

  it('allows the lazy loading of a bundle and the naming of its types', () => {
    const text = `import type { drivers } from '../providers/drivers.ts'\nawait import('../providers/drivers.ts')`
    assert.deepEqual(offencesOf('src/vscode/lazyParts.ts', text), [])
  })
})
