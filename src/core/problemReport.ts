import type { AccountInventory } from './accountBook.ts'

/** What a report of a problem is made of: nothing that names a person, an account or a number. */
export interface ReportFacts {
  /** Label and value: versions, system, kind of window. */
  readonly surroundings: readonly (readonly [label: string, value: string])[]
  readonly accounts: readonly AccountInventory[]
  readonly providerOf: (id: string) => string
  /** What is not as it comes: name and harmless value. */
  readonly settings: readonly (readonly [name: string, value: string])[]
  readonly history: string
  /** The last lines of the log, the oldest first, already without names. */
  readonly log: readonly string[]
  /** Where problems are told, when the extension knows. */
  readonly address: string | undefined
}

/** A document that a person reads, completes and sends. Markdown. */
export function problemReport(facts: ReportFacts): string {
  const place =
    facts.address === undefined ? 'to whoever gave you this extension' : `as a new report at ${facts.address}`
  return [
    '# Problem with Phone Numbers',
    `Describe what happened, read the rest, take out what you do not want to tell, and send all of it ${place}.`,
    'Credentials, phone numbers, names and addresses were left out. Nothing was sent anywhere.',
    '## What happened',
    '1. I did:\n2. I expected:\n3. Instead:',
    '## Where',
    list(facts.surroundings),
    '## Accounts',
    list(accountLines(facts)) || 'None.',
    `History: ${facts.history}.`,
    '## Settings that differ from the default',
    list(facts.settings) || 'None.',
    `## Log, the last ${facts.log.length} lines`,
    facts.log.length === 0
      ? 'Nothing was logged in this window.'
      : `\`\`\`text\n${facts.log.map(inFence).join('\n')}\n\`\`\``,
  ]
    .join('\n\n')
    .concat('\n')
}

function list(lines: readonly (readonly [string, string])[]): string {
  return lines.map(([label, value]) => `- ${label}: ${value}`).join('\n')
}

/** One line per provider, the sandbox's apart. */
function accountLines({ accounts, providerOf }: ReportFacts): readonly (readonly [string, string])[] {
  const places = accounts.map(({ account }) => `${providerOf(account.provider)}${account.sandbox ? ' (sandbox)' : ''}`)
  return [...new Set(places)].map((place) => {
    const entries = accounts.filter((_, index) => places[index] === place)
    const states = entries.map(stateOf)
    const counted = [...new Set(states)].map((state) => `${states.filter((one) => one === state).length} ${state}`)
    const numbers = sum(entries, (entry) => entry.numbers.length)
    const unreadable = sum(entries, (entry) => entry.unreadable.length)
    const rows = unreadable === 0 ? [] : [`unreadable rows: ${unreadable}`]
    return [place, [...counted, `numbers: ${numbers}`, ...rows].join('; ')] as const
  })
}

function stateOf({ account, status, refreshing }: AccountInventory): string {
  const failure = 'error' in status ? ` (${status.error.kind})` : ''
  const endpoint = account.sandbox ? '' : `, endpoint ${account.endpointsOverridden ? 'overridden' : 'default'}`
  return `${status.kind}${failure}${refreshing ? ', loading' : ''}${endpoint}`
}

function sum(entries: readonly AccountInventory[], count: (entry: AccountInventory) => number): number {
  return entries.reduce((total, entry) => total + count(entry), 0)
}

/** Nothing in the log ends the block it stands in. */
function inFence(line: string): string {
  return line.replaceAll('`', "'")
}
