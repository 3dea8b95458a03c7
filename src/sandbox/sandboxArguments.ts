import type { SandboxOptions } from './sandbox.ts'

export interface SandboxArguments {
  readonly options: SandboxOptions
  /** Print one JSON object instead of a table. */
  readonly json: boolean
  /** Print the usage and end. */
  readonly help: boolean
}

export const SANDBOX_USAGE = `Usage: npm run sandbox -- [options]
  --port N        control server on port N, the providers on the ports after it (default: free ports)
  --seed N        another seed builds other worlds (default: 1)
  --owned LIST    how many numbers the accounts own, e.g. plivo=1000,sinch=200
  --latency MS    every provider request waits this long
  --json          print one line of JSON with endpoints and credentials
  --help          print this text
`

/** How many ports follow the control server's; the highest of them must exist. */
const HIGHEST_FIRST_PORT = 65_500

/**
 * Reads the command line of the sandbox; `--name value` and `--name=value` mean the same.
 * @throws TypeError with a sentence for the person who typed it.
 */
export function parseSandboxArguments(argv: readonly string[]): SandboxArguments {
  const options: { -readonly [Key in keyof SandboxOptions]: SandboxOptions[Key] } = { realTime: true }
  let json = false
  let help = false
  const words = argv.flatMap(splitAtEquals)
  while (words.length > 0) {
    const name = words.shift()
    if (name === '--json') json = true
    else if (name === '--help') help = true
    else if (name === '--port') options.port = wholeNumber(name, words.shift(), HIGHEST_FIRST_PORT)
    else if (name === '--seed') options.seed = wholeNumber(name, words.shift(), 2 ** 32 - 1)
    else if (name === '--latency') options.latencyMs = wholeNumber(name, words.shift(), 10 * 60 * 1_000)
    else if (name === '--owned') options.owned = { ...options.owned, ...ownedNumbers(words.shift()) }
    else throw new TypeError(`Unknown option ${name}`)
  }
  return { options, json, help }
}

function splitAtEquals(word: string): string[] {
  const mark = word.startsWith('--') ? word.indexOf('=') : -1
  return mark < 0 ? [word] : [word.slice(0, mark), word.slice(mark + 1)]
}

function wholeNumber(name: string, text: string | undefined, highest: number): number {
  const value = Number(text)
  if (text === undefined || !/^\d+$/.test(text) || value > highest) {
    throw new TypeError(`${name} takes a whole number from 0 to ${highest}`)
  }
  return value
}

function ownedNumbers(text: string | undefined): Record<string, number> {
  const pairs = (text ?? '').split(',').map((pair) => /^([a-z]+)=(\d{1,6})$/.exec(pair))
  const entries = pairs.map((pair) => {
    const [, provider, count] = pair ?? []
    if (provider === undefined) throw new TypeError('--owned takes a list like plivo=1000,sinch=200')
    return [provider, Number(count)] as const
  })
  return Object.fromEntries(entries)
}
