import type { CountryCode } from '../../core/country.ts'
import type { E164 } from '../../core/phoneNumber.ts'

/** What numbers of an account stand together by. */
export type BucketKind = 'country' | 'capability' | 'assignment'

/** A row of the tree: plain keys. What it shows is looked up when it is drawn. */
export type TreeElement =
  | { readonly kind: 'provider'; readonly id: string; readonly provider: string }
  | { readonly kind: 'account'; readonly id: string; readonly accountId: string }
  /** Numbers of all accounts that are alike, where that is the outermost row. */
  | { readonly kind: 'group'; readonly id: string; readonly by: BucketKind; readonly key: string }
  | {
      readonly kind: 'country'
      readonly id: string
      readonly accountId: string
      readonly country: CountryCode | undefined
    }
  /** Numbers of an account that are alike in something else than their country. */
  | {
      readonly kind: 'bucket'
      readonly id: string
      readonly accountId: string
      readonly by: Exclude<BucketKind, 'country'>
      readonly key: string
    }
  /** Numbers of one of these that start alike, where they are too many for one list. `prefix`: digits without plus. */
  | {
      readonly kind: 'prefix'
      readonly id: string
      readonly accountId: string
      readonly by: BucketKind
      readonly key: string
      readonly prefix: string
    }
  /** `pinned`: its row on top, beside the one in its group. */
  | {
      readonly kind: 'number'
      readonly id: string
      readonly accountId: string
      readonly number: E164
      readonly pinned?: true
    }
  | { readonly kind: 'pins'; readonly id: string }
  /** Stands where the filter leaves no other row. */
  | { readonly kind: 'nothingPasses'; readonly id: string }
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
  group(by: BucketKind, key: string): TreeElement
  /** The row of a country, or of numbers that are alike in something else. `key`: the country's code, '' when it is unknown. */
  bucket(accountId: string, by: BucketKind, key: string): TreeElement
  prefix(accountId: string, by: BucketKind, key: string, prefix: string): TreeElement
  number(accountId: string, number: E164): TreeElement
  pins(): TreeElement
  pinned(accountId: string, number: E164): TreeElement
  nothingPasses(): TreeElement
  deed(accountId: string, deedId: string): TreeElement
  notice(accountId: string, notice: Notice): TreeElement
  /** The rows of a number that were made before; none when nobody has looked that deep. */
  knownNumber(accountId: string, number: E164): readonly TreeElement[]
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
    group: (by, key) => intern({ kind: 'group', id: `group/${by}/${key}`, by, key }),
    bucket(accountId, by, key) {
      const id = `${by}/${accountId}/${key}`
      if (by !== 'country') return intern({ kind: 'bucket', id, accountId, by, key })
      return intern({ kind: 'country', id, accountId, country: key === '' ? undefined : key })
    },
    prefix: (accountId, by, key, prefix) =>
      intern({ kind: 'prefix', id: `prefix/${by}/${accountId}/${key}/${prefix}`, accountId, by, key, prefix }),
    number: (accountId, number) => intern({ kind: 'number', id: numberId(accountId, number), accountId, number }),
    pins: () => intern({ kind: 'pins', id: 'pins' }),
    pinned: (accountId, number) =>
      intern({ kind: 'number', id: pinnedId(accountId, number), accountId, number, pinned: true }),
    nothingPasses: () => intern({ kind: 'nothingPasses', id: 'nothingPasses' }),
    deed: (accountId, deedId) => intern({ kind: 'deed', id: `deed/${deedId}`, accountId, deedId }),
    notice: (accountId, notice) => intern({ kind: 'notice', id: `notice/${accountId}/${notice}`, accountId, notice }),
    knownNumber: (accountId, number) =>
      [numberId(accountId, number), pinnedId(accountId, number)].flatMap((id) => pool.get(id) ?? []),
  }
}

function numberId(accountId: string, number: E164): string {
  return `number/${accountId}/${number}`
}

function pinnedId(accountId: string, number: E164): string {
  return `pinned/${accountId}/${number}`
}

/** What stands together in the row of a country or of numbers that are alike otherwise; undefined for other rows. */
export function bucketOf(
  element: TreeElement,
): { readonly accountId: string; readonly by: BucketKind; readonly key: string } | undefined {
  if (element.kind === 'country') return { accountId: element.accountId, by: 'country', key: element.country ?? '' }
  return element.kind === 'bucket' || element.kind === 'prefix' ? element : undefined
}

type ForAllAccounts = Extract<TreeElement, { readonly kind: 'group' | 'pins' | 'nothingPasses' }>

/** A row that belongs to no account or provider of its own. */
export function isForAllAccounts(element: TreeElement): element is ForAllAccounts {
  return element.kind === 'group' || element.kind === 'pins' || element.kind === 'nothingPasses'
}

const kinds: Readonly<Record<TreeElement['kind'], true>> = {
  ...{ provider: true, account: true, group: true, country: true, bucket: true, prefix: true },
  ...{ number: true, pins: true, deed: true, notice: true, nothingPasses: true },
}

/** The row a command was started from; anything else that arrives as an argument is ignored. */
export function toTreeElement(value: unknown): TreeElement | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) return undefined
  const isRow = typeof value.id === 'string' && typeof value.kind === 'string' && Object.hasOwn(kinds, value.kind)
  return isRow ? (value as TreeElement) : undefined
}
