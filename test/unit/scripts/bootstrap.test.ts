import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { installDifference, npmEnvironment } from '../../../scripts/bootstrap.mjs'
import { temporaryFolder } from './temporaryFolder.ts'

interface Packages {
  readonly [path: string]: { readonly version: string; readonly optional?: boolean }
}

const zod: Packages = { 'node_modules/zod': { version: '4.6.7' } }

/** A clone whose lockfile asks for `wanted` and whose node_modules says it holds `found`. */
function clone(wanted: Packages, found: Packages, installedZod = '4.6.7'): string {
  return temporaryFolder({
    'package.json': JSON.stringify({ devDependencies: { zod: '4.6.7' } }),
    'package-lock.json': JSON.stringify({ packages: { '': { version: '0.1.0' }, ...wanted } }),
    'node_modules/.package-lock.json': JSON.stringify({ packages: found }),
    'node_modules/zod/package.json': JSON.stringify({ version: installedZod }),
    'node_modules/.bin/node': '',
  })
}

describe('what is installed', () => {
  it('agrees when every locked package is there in its version', () => {
    assert.equal(installDifference(clone(zod, zod)), undefined)
  })

  it('may lack optional packages, which belong to other platforms', () => {
    const wanted = { ...zod, 'node_modules/@esbuild/sunos-x64': { version: '1.0.0', optional: true } }
    assert.equal(installDifference(clone(wanted, zod)), undefined)
  })

  it('differs when nothing is installed', () => {
    const root = clone(zod, zod)
    rmSync(join(root, 'node_modules'), { recursive: true })
    assert.equal(installDifference(root), 'node_modules is missing')
  })

  it('differs when the lockfile asks for another version or one more package', () => {
    const newer = { 'node_modules/zod': { version: '4.7.0' } }
    assert.equal(installDifference(clone(newer, zod)), 'node_modules/zod should be 4.7.0')
    const more = { ...zod, 'node_modules/undici': { version: '8.12.4' } }
    assert.equal(installDifference(clone(more, zod)), 'node_modules/undici should be 8.12.4')
  })

  it('differs when a package was taken out of the lockfile', () => {
    const found = { ...zod, 'node_modules/left': { version: '1.0.0' } }
    assert.equal(installDifference(clone(zod, found)), 'node_modules/left is not in package-lock.json')
  })

  it('differs when a pinned package was changed by hand', () => {
    assert.equal(installDifference(clone(zod, zod, '3.0.0')), 'zod is 3.0.0 instead of 4.6.7')
  })

  it('differs when the pinned Node is gone', () => {
    const root = clone(zod, zod)
    rmSync(join(root, 'node_modules/.bin/node'))
    assert.equal(installDifference(root), 'Node itself is missing in node_modules')
  })

  it('is not called different for a lockfile that was only touched', () => {
    const root = clone(zod, zod)
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { version: '0.2.0' }, ...zod } }))
    assert.equal(installDifference(root), undefined)
  })
})

describe('the environment of an npm started by us', () => {
  it('does not carry what a surrounding npm says about itself', () => {
    const base = {
      npm_config_user_agent: 'npm/11 node/v20.20.2',
      npm_package_name: 'phone-numbers',
      npm_lifecycle_event: 'test',
      npm_execpath: '/usr/bin/npm',
      INIT_CWD: '/somewhere',
      npm_config_cafile: '/etc/ca.crt',
      PATH: '/bin',
    }
    assert.deepEqual(npmEnvironment(base), { npm_config_cafile: '/etc/ca.crt', PATH: '/bin' })
  })
})
