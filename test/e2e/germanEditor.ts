import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes German the language of the editor in `home`: registers a language pack without texts, as installing one from a store would do. The
 * editor's own texts stay English. Returns the flags for the server.
 */
export function speakGerman(home: string): string[] {
  const folder = join(home, 'u')
  const texts = join(folder, 'editor.i18n.json')
  const pack = {
    hash: 'german',
    label: 'Deutsch',
    extensions: [{ extensionIdentifier: { id: 'phone-numbers.german' }, version: '1.0.0' }],
    translations: { vscode: texts },
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: {} }))
  writeFileSync(join(folder, 'languagepacks.json'), JSON.stringify({ de: pack }))
  return ['--locale', 'de']
}
