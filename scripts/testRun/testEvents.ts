import { addTallies, nothingRun, oneFailure, type Tally } from './tally.ts'

/** The part of node:test's event stream that is counted. */
export interface TestEvent {
  readonly type: string
  readonly data: object
}

interface ResultData {
  readonly name: string
  readonly skip?: string | boolean
  readonly todo?: string | boolean
  readonly details?: { readonly type?: string; readonly error?: FailureDetails }
}

interface FailureDetails extends Error {
  readonly failureType?: string
}

/** Counts the tests of one file. A skipped or unfinished test, a failing hook, a file without any test and a file whose
 * process ended early or badly are failures. A test that failed only because of its subtests is represented by them. */
export class FileTally {
  readonly #file: string
  #tests = 0
  #complete = false
  #tally: Tally = nothingRun

  constructor(file: string) {
    this.#file = file
  }

  add(event: TestEvent): void {
    // Only the file's own process sends a summary that names the file.
    if (event.type === 'test:summary' && 'file' in event.data && event.data.file !== undefined) this.#complete = true
    if (event.type !== 'test:pass' && event.type !== 'test:fail') return
    const data = event.data as ResultData
    if (data.name === this.#file) {
      if (event.type === 'test:fail') this.#fail('the file as a whole', errorText(data.details?.error))
      return
    }
    const isSuite = data.details?.type === 'suite'
    if (!isSuite) this.#tests += 1
    if (event.type === 'test:fail') this.#failed(data)
    else if (isSkipped(data.skip)) this.#fail(data.name, 'The test is skipped.')
    else if (isSkipped(data.todo)) this.#fail(data.name, 'The test is marked todo.')
    else if (!isSuite) this.#tally = addTallies([this.#tally, { passed: 1, failures: [] }])
  }

  result(): Tally {
    if (this.#tally.failures.length > 0) return this.#tally
    if (this.#tests === 0) return oneFailure('the file as a whole', this.#file, 'No test ran in this file.')
    if (this.#complete) return this.#tally
    const early = oneFailure('the file as a whole', this.#file, 'The process ended before all tests had reported.')
    return addTallies([this.#tally, early])
  }

  #failed(data: ResultData): void {
    if (data.details?.error?.failureType === 'subtestsFailed') return
    this.#fail(data.name, errorText(data.details?.error))
  }

  #fail(name: string, error: string): void {
    this.#tally = addTallies([this.#tally, oneFailure(name, this.#file, error)])
  }
}

function isSkipped(mark: string | boolean | undefined): boolean {
  return mark !== undefined && mark !== false
}

function errorText(error: FailureDetails | undefined): string {
  if (error === undefined) return 'No error was reported.'
  const cause = error.cause
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause ?? error.message)
}
