import { relative } from 'node:path'
import { run } from 'node:test'
import { addTallies, nothingRun, type Tally } from './tally.ts'
import { FileTally } from './testEvents.ts'

export interface NodeTestOptions {
  readonly root: string
  readonly concurrency: number
  /** The process of a file is ended after this time and counted as failed. */
  readonly fileLimitMs: number
  readonly signal: AbortSignal
}

/** Runs files of node:test tests, each in its own process, a few at a time, and counts what came out. */
export async function runTestFiles(files: readonly string[], options: NodeTestOptions): Promise<Tally> {
  const waiting = [...files]
  const tallies: Tally[] = []
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      tallies.push(options.signal.aborted ? nothingRun : await runFile(file, options))
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, work))
  return addTallies(tallies)
}

async function runFile(file: string, options: NodeTestOptions): Promise<Tally> {
  const tally = new FileTally(file)
  let output = ''
  const stream = run({
    files: [file],
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    signal: AbortSignal.any([options.signal, AbortSignal.timeout(options.fileLimitMs)]),
  })
  for await (const event of stream) {
    if (event.type === 'test:stderr' || event.type === 'test:stdout') output += event.data.message
    else tally.add({ type: event.type, data: event.data ?? {} })
  }
  const { passed, failures } = tally.result()
  const shown = failures.length > 0 && output !== '' ? `\nprinted by the file:\n${lastLines(output, 40)}` : ''
  return {
    passed,
    failures: failures.map((failure, index) => ({
      ...failure,
      file: relative(options.root, failure.file),
      error: index === failures.length - 1 ? `${failure.error}${shown}` : failure.error,
    })),
  }
}

/** The end of a long text. */
export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
