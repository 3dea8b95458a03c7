import { toMillionths } from './decimal.ts'
import { newOwnedNumber } from './ownedNumber.ts'
import { pricesOf } from './prices.ts'
import { regions } from './regionPlan.ts'
import type { SinchAccount } from './sinchAccount.ts'
import type { SinchTokens } from './sinchTokens.ts'
import { addMonths } from './timestamp.ts'
import { isOneOf, type NumberType, numberTypes } from './vocabulary.ts'

type Command = Readonly<Record<string, unknown>>

/** Changes the world behind the client's back. @throws Error for commands it does not know or cannot do. */
export function actOnAccount(account: SinchAccount, tokens: SinchTokens, now: number, command: Command): unknown {
  if ('take' in command) return take(account, textOf(command, 'take'))
  if ('own' in command) return own(account, now, command)
  if ('remove' in command) return remove(account, textOf(command, 'remove'))
  if ('edit' in command) return edit(account, command)
  if ('reprice' in command) return reprice(account, command)
  if ('balance' in command) return setBalance(account, textOf(command, 'balance'))
  if ('expireTokens' in command) return done(() => tokens.expireAll(now))
  if ('revokeTokens' in command) return done(() => tokens.revokeAll())
  throw new Error(`The Sinch emulator cannot do ${JSON.stringify(Object.keys(command))}`)
}

function take(account: SinchAccount, phoneNumber: string): unknown {
  if (!account.stock.remove(phoneNumber)) throw new Error(`${phoneNumber} is not on offer`)
  account.taken.push(phoneNumber)
  return { taken: phoneNumber }
}

function own(account: SinchAccount, now: number, command: Command): unknown {
  const phoneNumber = textOf(command, 'own')
  if (account.owned.has(phoneNumber)) throw new Error(`${phoneNumber} is owned already`)
  const offer = account.stock.find(phoneNumber)
  const regionCode = optionalText(command, 'regionCode') ?? offer?.regionCode ?? 'US'
  const { type: wantedType } = command
  const type = readType(wantedType) ?? offer?.type ?? 'LOCAL'
  if (regions.every((region) => region.regionCode !== regionCode)) throw new Error(`${regionCode} is not a region`)
  account.stock.remove(phoneNumber)
  account.owned.set(
    phoneNumber,
    newOwnedNumber({
      phoneNumber,
      regionCode,
      type,
      capability: offer?.capability ?? ['SMS', 'VOICE'],
      sequence: account.nextSequence,
      money: offer?.monthlyPrice ?? pricesOf(regionCode, type).monthlyPrice,
      displayName: optionalText(command, 'displayName') ?? '',
      nextChargeAt: addMonths(now, 1),
    }),
  )
  account.nextSequence += 1
  return { owned: phoneNumber }
}

function remove(account: SinchAccount, phoneNumber: string): unknown {
  if (!account.owned.delete(phoneNumber)) throw new Error(`${phoneNumber} is not owned`)
  return { removed: phoneNumber }
}

/** Puts raw members over the wire row, and takes others out of it: data that no documentation foresees. */
function edit(account: SinchAccount, command: Command): unknown {
  const number = account.owned.get(textOf(command, 'edit'))
  if (number === undefined) throw new Error(`${textOf(command, 'edit')} is not owned`)
  const { set = {}, unset = [] } = command
  if (typeof set !== 'object' || set === null || Array.isArray(set)) throw new Error('"set" takes an object')
  if (!isTextList(unset)) throw new Error('"unset" takes a list of names')
  number.overrides = { set: { ...number.overrides.set, ...set }, unset: [...number.overrides.unset, ...unset] }
  return { edited: number.phoneNumber }
}

function reprice(account: SinchAccount, command: Command): unknown {
  const phoneNumber = textOf(command, 'reprice')
  const offer = account.stock.find(phoneNumber)
  if (offer === undefined) throw new Error(`${phoneNumber} is not on offer`)
  const price = (name: 'setupPrice' | 'monthlyPrice') => {
    const amount = optionalText(command, name) ?? offer[name].amount
    toMillionths(amount)
    return { ...offer[name], amount }
  }
  account.stock.reprice(phoneNumber, { setupPrice: price('setupPrice'), monthlyPrice: price('monthlyPrice') })
  return { repriced: phoneNumber }
}

function setBalance(account: SinchAccount, amount: string): unknown {
  toMillionths(amount)
  account.balance = amount
  return { balance: amount }
}

function done(work: () => void): unknown {
  work()
  return { done: true }
}

function textOf(command: Command, name: string): string {
  const value = optionalText(command, name)
  if (value === undefined) throw new Error(`"${name}" takes a text`)
  return value
}

function optionalText(command: Command, name: string): string | undefined {
  const value = command[name]
  if (value === undefined || typeof value === 'string') return value
  throw new Error(`"${name}" takes a text`)
}

function readType(value: unknown): NumberType | undefined {
  if (value === undefined || isOneOf(numberTypes, value)) return value
  throw new Error(`"type" takes one of ${numberTypes.join(', ')}`)
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
