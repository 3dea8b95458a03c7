import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { repository } from '../../../scripts/bootstrap.mjs'

interface Locked {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

describe('the lockfiles', () => {
  for (const path of ['package-lock.json', 'test/editor/package-lock.json']) {
    // npm leaves out what it could not fetch for another platform, and npm ci then refuses the whole file.
    it(`hold the optional packages of every platform: ${path}`, () => {
      const lockfile: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(repository, path), 'utf8'))
      const missing = Object.entries(lockfile.packages).flatMap(([parent, { optionalDependencies = {} }]) =>
        Object.keys(optionalDependencies).filter(
          (name) => !lockfile.packages[`node_modules/${name}`] && !lockfile.packages[`${parent}/node_modules/${name}`],
        ),
      )
      assert.deepEqual(missing, [])
    })
  }
})
