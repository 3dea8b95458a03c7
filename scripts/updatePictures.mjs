// npm run pictures: takes the pictures of the README and the walkthrough from the last e2e run (npm test -- e2e overview help).
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { repository } from './bootstrap.mjs'

const steps = ['sandbox', 'account', 'search', 'code']

/** What the e2e run leaves in `out`, and where it is shown from. */
const pictures = [
  ['screenshots/overview.png', 'docs/images/overview.png'],
  ...steps.map((name) => [`pictures/${name}.svg`, `media/walkthrough/${name}.svg`]),
].map(([from = '', to = '']) => ({ from: join(repository, 'out', from), to: join(repository, to), name: to }))

const missing = pictures.filter(({ from }) => !existsSync(from))
if (missing.length > 0) {
  console.error(
    `Not there yet: ${missing.map(({ name }) => name).join(', ')}. Run first: npm test -- e2e overview help`,
  )
  process.exitCode = 1
} else {
  for (const { from, to } of pictures) {
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to)
  }
  console.log(`Updated ${pictures.map(({ name }) => name).join(', ')}`)
}
