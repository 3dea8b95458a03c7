import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Numbers that the sandbox's Plivo account owns from the start, so that their cards show at once; `onCall` is nobody's.
const files = {
  '.env': 'SUPPORT_NUMBER=+12125550120\nSALES_NUMBER=+441174960013\n',
  'notify.ts': `/** The numbers we call and write to. */
export const contacts = {
  support: '+1 212-555-0120',
  sales: '+44 117 496 0013',
  onCall: '+61 491 570 156',
}

export function greeting(name: string): string {
  return \`Hello \${name}, call us at \${contacts.support}.\`
}
`,
  'README.md':
    '# Example\n\nOpen **Phone Numbers** in the activity bar: four sandbox accounts are ready to try.\nThen rest the pointer on a number in `.env` or `notify.ts`: its card appears.\n',
}

/** Writes a small project that mentions phone numbers. Creates the folder when missing.
 * @param {string} folder */
export function writeExampleFolder(folder) {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}
