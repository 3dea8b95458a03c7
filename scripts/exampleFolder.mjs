import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// All of these lie in ranges that are set aside for fiction.
const files = {
  '.env': 'SUPPORT_NUMBER=+12025550142\nSALES_NUMBER=+442079460018\n',
  'notify.ts': `/** The numbers we call and write to. */
export const contacts = {
  support: '+1 202-555-0142',
  sales: '+44 20 7946 0018',
  onCall: '+61 491 570 156',
}

export function greeting(name: string): string {
  return \`Hello \${name}, call us at \${contacts.support}.\`
}
`,
  'README.md': '# Example\n\nOpen **Phone Numbers** in the activity bar: four sandbox accounts are ready to try.\n',
}

/** Writes a small project that mentions phone numbers. Creates the folder when missing.
 * @param {string} folder */
export function writeExampleFolder(folder) {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}
