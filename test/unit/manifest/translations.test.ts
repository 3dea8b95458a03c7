import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import { readSourceTree, repository } from '../../support/sourceTree/readSourceTree.ts'
import { placesIn, translatedTexts } from '../../support/sourceTree/translatedTexts.ts'

type Texts = Readonly<Record<string, string>>

const readJson = (path: string): Texts => JSON.parse(readFileSync(join(repository, path), 'utf8'))
const texts = readSourceTree()
  .filter(({ path }) => /^src\//.test(path) && path !== 'src/core/words.ts')
  .flatMap(translatedTexts)
const keys = new Set(texts.flatMap(({ english }) => english ?? []))
const manifest = readJson('package.nls.json')
const languages = globSync('l10n/bundle.l10n.*.json', { cwd: repository }).map(
  (path) => basename(path).split('.')[2] ?? '',
)

describe('texts', () => {
  it('are written out where they are translated', () => {
    assert.deepEqual(
      texts.filter(({ english }) => english === undefined).map(({ place }) => place),
      [],
    )
    assert.ok(keys.size > 500)
  })

  it('of the manifest are keys that exist, and no key is left over', () => {
    const named = [...readFileSync(join(repository, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/g)]
    assert.deepEqual([...new Set(named.map(([, key]) => key))].sort(), Object.keys(manifest).sort())
  })

  it('exist in German', () => assert.deepEqual(languages, ['de']))

  for (const language of languages) {
    const bundle = readJson(`l10n/bundle.l10n.${language}.json`)
    const ofManifest = readJson(`package.nls.${language}.json`)

    it(`are all there in "${language}", and none too many`, () => {
      assert.deepEqual([...keys].filter((key) => bundle[key] === undefined).sort(), [])
      assert.deepEqual(
        Object.keys(bundle).filter((key) => !keys.has(key)),
        [],
      )
      assert.deepEqual(Object.keys(ofManifest).sort(), Object.keys(manifest).sort())
    })

    it(`have their values in "${language}"`, () => {
      const faulty = Object.entries(bundle).filter(([key, text]) => placesIn(key).join() !== placesIn(text).join())
      assert.deepEqual(faulty, [])
    })

    it(`run the same commands in "${language}"`, () => {
      const links = (text: string) => [...text.matchAll(/\]\(([^)]*)\)|`([^`]*)`/g)].map(([link]) => link).sort()
      for (const [key, text] of Object.entries(manifest))
        assert.deepEqual(links(ofManifest[key] ?? ''), links(text), key)
    })
  }
})
