import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import * as z from 'zod'
import { repository } from '../../support/sourceTree/readSourceTree.ts'

const versions = z.record(z.string(), z.string())
const manifestSchema = z.object({
  engines: z.object({ vscode: z.string() }),
  dependencies: versions.default({}),
  devDependencies: versions,
})
const manifest = manifestSchema.parse(readJson('package.json'))
const pinned = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })

describe('packages', () => {
  it('are pinned to one version each', () => {
    const loose = pinned.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    assert.deepEqual(loose, [])
  })

  it('are installed in the pinned version', () => {
    const schema = z.object({ version: z.string() })
    const different = pinned
      .map(([name, version]) => ({
        name,
        version,
        found: schema.parse(readJson(`node_modules/${name}/package.json`)).version,
      }))
      .filter(({ version, found }) => version !== found)
    assert.deepEqual(different, [])
  })

  it('describe the oldest editor that the manifest promises to work in', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode)
  })

  it('are part of the bundles, so that the extension installs nothing', () => {
    assert.deepEqual(manifest.dependencies, {})
  })
})

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(repository, path), 'utf8'))
}
