import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { repository } from '../../support/sourceTree/readSourceTree.ts'
import { readManifest } from './manifest.ts'

const manifest = readManifest()
const { contributes } = manifest

describe('pictures', () => {
  it('of the extension is a square PNG of at least 128 pixels, as stores want it', () => {
    const bytes = readFileSync(join(repository, manifest.icon))
    assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG')
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    assert.equal(width, height)
    assert.ok(width >= 128)
  })

  it('of the activity bar take the colour of the theme and load nothing', () => {
    const icons = [
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...Object.values(contributes.views).flatMap((views) => views.map(({ icon }) => icon ?? '')),
    ].filter((icon) => icon !== '' && !icon.startsWith('$('))
    for (const icon of icons) {
      assert.ok(existsSync(join(repository, icon)), icon)
      const svg = readFileSync(join(repository, icon), 'utf8')
      assert.match(svg, /currentColor/)
      assert.doesNotMatch(svg, /<script|<image|href=|url\(|#[0-9a-f]{3}/i)
    }
  })
})
