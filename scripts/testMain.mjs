// The test run itself; started by test.mjs under the pinned Node once everything is installed.
import { performance } from 'node:perf_hooks'
import { repository } from './bootstrap.mjs'
import { messageOf, selectSteps, steps } from './testRun/steps.ts'
import { addTallies, failureReport, nothingRun, oneFailure, summaryLine } from './testRun/tally.ts'

const LIMIT_MINUTES = 30
const LIMIT_MS = LIMIT_MINUTES * 60_000

const words = process.argv.slice(2)
const isStep = (/** @type {string} */ word) => steps.some((step) => step.name === word)
const patterns = words.filter((word) => !isStep(word))
const stop = new AbortController()
let total = nothingRun
let current = 'the start'

/** Prints the failures and the last line, and ends. */
function finish() {
  if (total.passed + total.failures.length === 0) {
    total = oneFailure('the run as a whole', 'scripts/testMain.mjs', `No test matches: ${words.join(' ')}`)
  }
  if (total.failures.length > 0) console.log(`\nWhat failed:\n\n${failureReport(total)}`)
  console.log(summaryLine(total))
  process.exit(total.failures.length > 0 ? 1 : 0)
}

/** Ends what is running and reports it as one failure beside what is known so far.
 * @param {string} why */
function stopNow(why) {
  stop.abort()
  total = addTallies([total, oneFailure('the run as a whole', 'scripts/testMain.mjs', `${why} in: ${current}.`)])
  finish()
}

setTimeout(() => stopNow(`The run took longer than ${LIMIT_MINUTES} minutes and was stopped`), LIMIT_MS).unref()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => stopNow(`The run was stopped by ${signal}`))
}

/** @param {import('./testRun/steps.ts').Step} step */
async function runStep(step) {
  current = step.name
  const begun = performance.now()
  const context = { root: repository, patterns, signal: stop.signal, say: console.log }
  const tally = await step.run(context).catch((error) => {
    return oneFailure('the step could not start', step.name, messageOf(error))
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${step.name.padEnd(12)}${summaryLine(tally)} (${seconds} s)`)
  total = addTallies([total, tally])
}

for (const step of selectSteps(words.filter(isStep), patterns, repository)) await runStep(step)
finish()
