import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readTranslatedManifest } from '../support/manifestTexts.ts'

const readTexts = (path: string) =>
  z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(import.meta.dirname, '../..', path), 'utf8')))

const bundle = readTexts('l10n/bundle.l10n.de.json')
const { contributes } = z
  .object({ contributes: z.object({ commands: z.array(z.object({ command: z.string(), title: z.string() })) }) })
  .parse(readTranslatedManifest('de'))

/** The German of a text of ours, with its values. Throws when there is none. */
export function german(english: string, ...values: readonly string[]): string {
  const text = bundle[english]
  if (text === undefined) throw new Error(`No German for: ${english}`)
  return text.replace(/\{(\d+)\}/g, (place, index) => values[Number(index)] ?? place)
}

/** A command as the palette of a German editor shows it. */
export function germanCommand(id: string): string {
  const found = contributes.commands.find(({ command }) => command === id)
  if (found === undefined) throw new Error(`No command ${id}`)
  return `Phone Numbers: ${found.title}`
}

/** Those of the texts in which English of ours is left, each with the English. */
export function englishIn(texts: readonly string[]): string[] {
  const parts = texts.flatMap((text) => [text, ...text.split(/\n| · /)]).map((text) => text.trim())
  return [...new Set(parts)].flatMap((text) => {
    const left = patterns.find(({ pattern }) => pattern.test(text))
    return left === undefined ? [] : [`${text} [${left.english}]`]
  })
}

/** Line by line, without the addresses of links: as it is shown. */
function shownLines(texts: Readonly<Record<string, string>>): string[] {
  return Object.values(texts).flatMap((text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').split('\n'))
}

function englishOnly(): string[] {
  const ofManifest = new Set(shownLines(readTexts('package.nls.de.json')))
  return [
    ...Object.entries(bundle).flatMap(([english, german]) => (english === german ? [] : [english])),
    ...shownLines(readTexts('package.nls.json')).filter((line) => !ofManifest.has(line)),
  ]
}

/** A long text is looked for anywhere, a short one has to be all of what is shown: "in {0}" is also German. */
const patterns = englishOnly().map((english) => {
  const whole = english
    .split(/\{\d+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+?')
  const words = english.replace(/\{\d+\}/g, '').match(/\p{L}{2,}/gu) ?? []
  return { english, pattern: new RegExp(words.length >= 3 ? `(?<!\\p{L})${whole}(?!\\p{L})` : `^${whole}$`, 'u') }
})
