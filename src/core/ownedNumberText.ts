import type { NumberState, OwnedNumber } from './ownedNumber.ts'
import { parseE164 } from './phoneNumber.ts'
import { oncePrice, type Price, recurringPrice, unknownPrice } from './price.ts'

type Fields = Readonly<Record<string, unknown>>

/** An owned number from its parsed JSON, undefined when that is not one. Members that cannot be read are left out. */
export function readOwnedNumber(fields: Fields, accountId: string): OwnedNumber | undefined {
  const number = parseE164(text(fields['number']) ?? '')
  const state = readState(asFields(fields['state']))
  if (number === undefined || state === undefined) return undefined
  return {
    ...{ accountId, number, state, price: readPrice(asFields(fields['price'])), facts: [] },
    capabilities: Array.isArray(fields['capabilities']) ? fields['capabilities'].filter(isText) : [],
    ...texts(fields, ['country', 'type', 'name', 'routing', 'renewsAt', 'rentedAt']),
  }
}

function readState(fields: Fields): NumberState | undefined {
  const { kind } = fields
  switch (kind) {
    case 'active':
    case 'pending':
    case 'suspended':
      return { kind }
    case 'releasing':
      return { kind, ...texts(fields, ['until']) }
    case 'released':
      return { kind, ...texts(fields, ['cancellableUntil']) }
    case 'other':
      return isText(fields['word']) ? { kind, word: fields['word'] } : undefined
    default:
      return undefined
  }
}

function readPrice(fields: Fields): Price {
  const money = asFields(fields['money'])
  const [amount, currency, months] = [text(money['amount']), text(money['currency']), fields['months']]
  if (fields['kind'] === 'once') return oncePrice(amount, currency)
  return typeof months === 'number' ? recurringPrice(amount, currency, months) : unknownPrice
}

function texts<Name extends string>(fields: Fields, names: readonly Name[]): { readonly [name in Name]?: string } {
  const found = names.flatMap((name) => (isText(fields[name]) ? [[name, fields[name]] as const] : []))
  return Object.fromEntries(found) as { readonly [name in Name]?: string }
}

function text(value: unknown): string | undefined {
  return isText(value) ? value : undefined
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}
