import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { contextKeys, extensionId, viewId, walkthroughId } from '../../../src/vscode/ids.ts'
import { repository } from '../../support/sourceTree/readSourceTree.ts'
import { readManifest } from './manifest.ts'

const manifest = readManifest()
const { contributes } = manifest
const declared = contributes.commands.map(({ command }) => command)

describe('the walkthrough', () => {
  const [walkthrough, ...others] = contributes.walkthroughs
  const steps = walkthrough?.steps ?? []

  it('is the one that the command opens', () => {
    assert.deepEqual(others, [])
    assert.equal(walkthrough?.id, walkthroughId)
    assert.equal(`${manifest.publisher}.${manifest.name}`, extensionId)
  })

  it('has few steps with short words, each with a button of ours', () => {
    assert.ok(steps.length >= 3 && steps.length <= 5)
    for (const { title, description } of steps) {
      assert.ok(title.length <= 30, title)
      const links = [...description.matchAll(/^\[[A-Z][a-z ]+\]\(command:([\w.]+)\)$/gm)].map(([, id = '']) => id)
      assert.ok(links.length > 0, title)
      for (const link of links) assert.ok(declared.includes(link) || link === `${viewId}.focus`, link)
      assert.ok(description.replace(/\(command:[^)]*\)/g, '').length <= 270, title)
    }
  })

  it('is done step by step through what really happens', () => {
    const keys: readonly string[] = Object.values(contextKeys)
    for (const { id, completionEvents } of steps) {
      assert.ok(completionEvents.length > 0, id)
      for (const event of completionEvents) {
        const [kind, name = ''] = event.split(':')
        assert.ok(kind === 'onContext' ? keys.includes(name) : kind === 'onCommand' && declared.includes(name), event)
      }
    }
  })

  it('has a picture for each step that follows the theme and is told in words', () => {
    for (const { media } of steps) {
      const picture = readFileSync(join(repository, media.svg), 'utf8')
      assert.match(media.altText, /^[A-Z].{30,}\.$/, media.svg)
      const paints = [...picture.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, paint = '']) => paint)
      assert.ok(paints.length > 0, media.svg)
      for (const paint of paints)
        assert.match(paint, /^(none|var\(--vscode-[\w-]+(, var\(--vscode-[\w-]+\))?\))$/, media.svg)
    }
  })
})
