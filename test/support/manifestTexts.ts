import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')

/** package.json as a person meets it: with its texts instead of their keys. Throws for a key that has no text. */
export function readTranslatedManifest(language?: string): unknown {
  const texts = readJson(language === undefined ? 'package.nls.json' : `package.nls.${language}.json`)
  return withTexts(readJson('package.json'), new Map(Object.entries(texts)))
}

function withTexts(value: unknown, texts: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') {
    const [, key] = /^%([^%]+)%$/.exec(value) ?? []
    if (key === undefined) return value
    if (!texts.has(key)) throw new Error(`package.json names a text that does not exist: ${key}`)
    return texts.get(key)
  }
  if (Array.isArray(value)) return value.map((one) => withTexts(one, texts))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withTexts(member, texts)]))
}

function readJson(path: string): object {
  return JSON.parse(readFileSync(join(repository, path), 'utf8'))
}
