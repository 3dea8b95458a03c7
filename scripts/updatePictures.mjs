// npm run pictures: takes the README's pictures from the last e2e run (npm test -- e2e overview).
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './bootstrap.mjs'

/** Pictures of the e2e run that the README shows. */
const names = ['overview']

const from = join(repository, 'out', 'screenshots')
const to = join(repository, 'docs', 'images')
const missing = names.filter((name) => !existsSync(join(from, `${name}.png`)))
if (missing.length > 0) {
  console.error(`Not there yet: ${missing.join(', ')}. Run first: npm test -- e2e overview`)
  process.exitCode = 1
} else {
  mkdirSync(to, { recursive: true })
  for (const name of names) copyFileSync(join(from, `${name}.png`), join(to, `${name}.png`))
  console.log(`Updated ${names.map((name) => `docs/images/${name}.png`).join(', ')}`)
}
