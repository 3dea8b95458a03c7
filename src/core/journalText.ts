import type { Ending, Intent, JournalEntry, Verb } from './journal.ts'
import { parseE164 } from './phoneNumber.ts'
import { type Money, oncePrice, type Price, recurringPrice, unknownPrice } from './price.ts'
import type { Sighting } from './sighting.ts'

/** One entry as one line of JSON text, without the line break. */
export function journalLine(entry: JournalEntry): string {
  return JSON.stringify({ v: 1, ...entry })
}

/** The entry of a line, undefined when the line is damaged or from a version we do not know. */
export function parseJournalLine(line: string): JournalEntry | undefined {
  const value = parseObject(line)
  if (value === undefined || value['v'] !== 1) return undefined
  if (value['kind'] === 'intent') {
    const intent = readIntent(asObject(value['intent']))
    return intent && { kind: 'intent', intent }
  }
  if (value['kind'] === 'ending') {
    const ending = readEnding(asObject(value['ending']))
    return ending && { kind: 'ending', ending }
  }
  if (value['kind'] === 'sighting') {
    const sighting = readSighting(asObject(value['sighting']))
    return sighting && { kind: 'sighting', sighting }
  }
  return undefined
}

type Fields = Readonly<Record<string, unknown>>

const verbs: readonly Verb[] = ['rent', 'release', 'cancelRelease', 'changeSettings']
const outcomes: readonly Ending['outcome'][] = ['done', 'refused', 'unknown']

function readIntent(fields: Fields): Intent | undefined {
  const [id, provider, accountId, account, at] = ['id', 'provider', 'accountId', 'account', 'at'].map((name) =>
    text(fields[name]),
  )
  const verb = verbs.find((candidate) => candidate === fields['verb'])
  const number = parseE164(text(fields['number']) ?? '')
  if (!id || !provider || !accountId || account === undefined || !at || !verb || !number) return undefined
  const country = text(fields['country'])
  const changes = Array.isArray(fields['changes']) ? fields['changes'].filter((one) => typeof one === 'string') : []
  return {
    ...{ id, verb, provider, accountId, account, sandbox: fields['sandbox'] === true, number, at },
    ...(country === undefined ? {} : { country }),
    ...(fields['price'] === undefined ? {} : { price: readPrice(asObject(fields['price'])) }),
    ...(fields['setup'] === undefined ? {} : { setup: readPrice(asObject(fields['setup'])) }),
    ...optional('takeBackUntil', text(fields['takeBackUntil'])),
    ...(changes.length === 0 ? {} : { changes }),
  }
}

function readEnding(fields: Fields): Ending | undefined {
  const id = text(fields['id'])
  const at = text(fields['at'])
  const outcome = outcomes.find((candidate) => candidate === fields['outcome'])
  if (!id || !at || !outcome) return undefined
  return {
    ...{ id, at, outcome },
    ...optional('note', text(fields['note'])),
    ...optional('requestId', text(fields['requestId'])),
    ...optional('charged', readMoney(asObject(fields['charged']))),
    ...optional('fee', readMoney(asObject(fields['fee']))),
    ...optional('until', text(fields['until'])),
    ...optional('cancellableUntil', text(fields['cancellableUntil'])),
  }
}

function readSighting(fields: Fields): Sighting | undefined {
  const [id, at, since, provider, accountId, account] = ['id', 'at', 'since', 'provider', 'accountId', 'account'].map(
    (name) => text(fields[name]),
  )
  if (!id || !at || !since || !provider || !accountId || account === undefined) return undefined
  const numbers = (value: unknown) =>
    Array.isArray(value) ? value.flatMap((one: unknown) => parseE164(text(one) ?? '') ?? []) : []
  return {
    ...{ id, at, since, provider, accountId, account, sandbox: fields['sandbox'] === true },
    ...{ appeared: numbers(fields['appeared']), vanished: numbers(fields['vanished']) },
    ...(typeof fields['more'] === 'number' ? { more: fields['more'] } : {}),
  }
}

function readPrice(fields: Fields): Price {
  const money = readMoney(asObject(fields['money']))
  if (money === undefined) return unknownPrice
  if (fields['kind'] === 'once') return oncePrice(money.amount, money.currency)
  const months = fields['months']
  return recurringPrice(money.amount, money.currency, typeof months === 'number' ? months : 0)
}

function readMoney(fields: Fields): Money | undefined {
  const price = oncePrice(text(fields['amount']), text(fields['currency']))
  return price.kind === 'once' ? price.money : undefined
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]?: Value })
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function asObject(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function parseObject(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined
  } catch {
    return undefined
  }
}
