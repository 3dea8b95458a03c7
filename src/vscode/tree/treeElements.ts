import type { CountryCode } from '../../core/country.ts'
import type { E164 } from '../../core/phoneNumber.ts'

/** A row of the tree: plain keys. What it shows is looked up when it is drawn. */
export type TreeElement =
  | { readonly kind: 'provider'; readonly id: string; readonly provider: string }
  | { readonly kind: 'account'; readonly id: string; readonly accountId: string }
  | {
      readonly kind: 'country'
      readonly id: string
      readonly accountId: string
      readonly country: CountryCode | undefined
    }
  /** Numbers of a country that start alike, where they are too many for one list. `prefix`: digits without plus. */
  | {
      readonly kind: 'prefix'
      readonly id: string
      readonly accountId: string
      readonly country: CountryCode | undefined
      readonly prefix: string
    }
  | { readonly kind: 'number'; readonly id: string; readonly accountId: string; readonly number: E164 }
  | { readonly kind: 'deed'; readonly id: string; readonly accountId: string; readonly deedId: string }
  | { readonly kind: 'notice'; readonly id: string; readonly accountId: string; readonly notice: Notice }

/** Rows that tell the state of an account's list. */
export type Notice =
  | 'loading'
  | 'empty'
  | 'failed'
  | 'incomplete'
  | 'unreadable'
  | 'signedOut'
  | 'endpointChanged'
  | 'paused'
  | 'unknownProvider'

/** One object per id, because the editor recognises rows by identity. */
export interface ElementPool {
  provider(provider: string): TreeElement
  account(accountId: string): TreeElement
  country(accountId: string, country: CountryCode | undefined): TreeElement
  prefix(accountId: string, country: CountryCode | undefined, prefix: string): TreeElement
  number(accountId: string, number: E164): TreeElement
  deed(accountId: string, deedId: string): TreeElement
  notice(accountId: string, notice: Notice): TreeElement
  /** The row of a number that was made before; undefined when nobody has looked that deep. */
  knownNumber(accountId: string, number: E164): TreeElement | undefined
}

export function createElementPool(): ElementPool {
  const pool = new Map<string, TreeElement>()
  const intern = (element: TreeElement): TreeElement => {
    const known = pool.get(element.id)
    if (known !== undefined) return known
    pool.set(element.id, element)
    return element
  }
  return {
    provider: (provider) => intern({ kind: 'provider', id: `provider/${provider}`, provider }),
    account: (accountId) => intern({ kind: 'account', id: `account/${accountId}`, accountId }),
    country: (accountId, country) =>
      intern({ kind: 'country', id: `country/${accountId}/${country ?? ''}`, accountId, country }),
    prefix: (accountId, country, prefix) =>
      intern({ kind: 'prefix', id: `prefix/${accountId}/${country ?? ''}/${prefix}`, accountId, country, prefix }),
    number: (accountId, number) => intern({ kind: 'number', id: numberId(accountId, number), accountId, number }),
    deed: (accountId, deedId) => intern({ kind: 'deed', id: `deed/${deedId}`, accountId, deedId }),
    notice: (accountId, notice) => intern({ kind: 'notice', id: `notice/${accountId}/${notice}`, accountId, notice }),
    knownNumber: (accountId, number) => pool.get(numberId(accountId, number)),
  }
}

function numberId(accountId: string, number: E164): string {
  return `number/${accountId}/${number}`
}

/** The row a command was started from; anything else that arrives as an argument is ignored. */
export function toTreeElement(value: unknown): TreeElement | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) return undefined
  const kinds: readonly unknown[] = ['provider', 'account', 'country', 'prefix', 'number', 'deed', 'notice']
  return typeof value.id === 'string' && kinds.includes(value.kind) ? (value as TreeElement) : undefined
}
