/** One thing that went wrong, with enough to find it again. */
export interface TestFailure {
  readonly name: string
  readonly file: string
  readonly error: string
}

/** What came out of a step. Suites are not counted, only the tests in them. */
export interface Tally {
  readonly passed: number
  readonly failures: readonly TestFailure[]
}

export const nothingRun: Tally = { passed: 0, failures: [] }

export function oneFailure(name: string, file: string, error: string): Tally {
  return { passed: 0, failures: [{ name, file, error }] }
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failures: tallies.flatMap((tally) => tally.failures),
  }
}

/** The line the whole run ends with. */
export function summaryLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failures.length} failed`
}

/** The failures once more, for the end of the run. */
export function failureReport(tally: Tally): string {
  return tally.failures
    .map(({ name, file, error }) => `✖ ${name}\n  ${file}\n${error.trimEnd().replace(/^/gm, '    ')}\n`)
    .join('\n')
}
