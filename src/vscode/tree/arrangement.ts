import type { AccountInventory } from '../../core/accountBook.ts'
import { type CountryCode, countryName } from '../../core/country.ts'
import { capabilityLabels } from '../../core/numberKind.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { language } from '../../core/words.ts'
import { type PrefixGroup, splitByPrefix } from './prefixGroups.ts'
import type { BucketKind } from './treeElements.ts'

/** The numbers of an account that are alike, in no order. */
export interface Bucket {
  /** What they share: a country's code, words of capabilities, where calls go or `notTold`. '' = not known, or none. */
  readonly key: string
  readonly numbers: readonly E164[]
  /** Undefined when its numbers stand in one list. */
  groups(): readonly PrefixGroup[] | undefined
}

/** Which numbers stand in which group. Worked out once for every arrangement of an account, and only as deep as is looked. */
export interface Arrangement {
  /** By their names, the one without last. */
  bucketsOf(entry: AccountInventory): readonly Bucket[]
  bucketOf(entry: AccountInventory, key: string): Bucket | undefined
  /** The key of the bucket a number stands in. */
  keyOf(number: E164, owned: OwnedNumber | undefined): string
  /** What numbers stand together by. */
  by(): BucketKind
  /** The country of a number whose provider names none. */
  guessCountry(number: E164): CountryCode | undefined
}

export interface ArrangementOptions {
  readonly numbering: PhoneNumbering
  /** The most numbers that stand in one list; 0 = as many as there are. */
  readonly maxGroupSize: () => number
  /** By country when not given. */
  readonly by?: () => BucketKind
  /** Whether an account's provider tells where calls go; true when not given. */
  readonly tellsRouting?: (accountId: string) => boolean
}

/** The key of numbers whose provider does not tell where calls go. No text of a provider: those are trimmed. */
export const notTold = ' '

interface Filed {
  readonly of: string
  readonly buckets: ReadonlyMap<string, Bucket>
}

export function createArrangement(options: ArrangementOptions): Arrangement {
  const files = new Map<string, Filed>()
  const guesses = new Map<E164, CountryCode | undefined>()
  const by = options.by ?? (() => 'country' as const)
  const guessCountry = (number: E164) => {
    if (!guesses.has(number)) guesses.set(number, options.numbering.countryOf(number))
    return guesses.get(number)
  }
  const keys = createKeys(guessCountry, options.tellsRouting ?? (() => true))
  const fileOf = (entry: AccountInventory) => {
    const of = `${by()} ${entry.arrangement} ${options.maxGroupSize()}`
    const known = files.get(entry.account.id)
    if (known?.of === of) return known.buckets
    const sorted = [...numbersByKey(entry, keys[by()])].sort(([a], [b]) => compareKeys(a, b, by()))
    const buckets = new Map(sorted.map(([key, numbers]) => [key, bucketFor(key, numbers, by(), options)] as const))
    files.set(entry.account.id, { of, buckets })
    return buckets
  }
  return {
    bucketsOf: (entry) => [...fileOf(entry).values()],
    bucketOf: (entry, key) => fileOf(entry).get(key),
    keyOf: (number, owned) => keys[by()](number, owned),
    by,
    guessCountry,
  }
}

type KeyOf = (number: E164, owned: OwnedNumber | undefined) => string

function createKeys(
  guessCountry: Arrangement['guessCountry'],
  tellsRouting: (accountId: string) => boolean,
): Readonly<Record<BucketKind, KeyOf>> {
  const capabilities = new Map<string, string>()
  return {
    country: (number, owned) => owned?.country ?? guessCountry(number) ?? '',
    capability(_number, owned) {
      const all = owned?.capabilities ?? []
      const raw = all.join('\n')
      const known = capabilities.get(raw) ?? capabilityLabels(all).join(', ')
      capabilities.set(raw, known)
      return known
    },
    assignment(_number, owned) {
      if (owned?.routing !== undefined && owned.routing !== '') return owned.routing
      return owned !== undefined && tellsRouting(owned.accountId) ? '' : notTold
    },
  }
}

/** Owned numbers, and those that are being rented right now. */
function numbersByKey(entry: AccountInventory, keyOf: KeyOf) {
  const buckets = new Map<string, E164[]>()
  const file = (key: string, number: E164) => {
    const bucket = buckets.get(key)
    if (bucket === undefined) buckets.set(key, [number])
    else bucket.push(number)
  }
  const rented = new Set(entry.activities.keys())
  for (const owned of entry.numbers) {
    file(keyOf(owned.number, owned), owned.number)
    rented.delete(owned.number)
  }
  for (const number of rented) file(keyOf(number, undefined), number)
  return buckets
}

function bucketFor(
  key: string,
  numbers: readonly E164[],
  by: BucketKind,
  { numbering, maxGroupSize }: ArrangementOptions,
): Bucket {
  let split: { readonly groups: readonly PrefixGroup[] | undefined } | undefined
  return {
    key,
    numbers,
    groups() {
      const callingCode = by === 'country' && key !== '' ? (numbering.callingCodeOf(key) ?? '') : ''
      split ??= { groups: splitByPrefix(numbers, callingCode, maxGroupSize()) }
      return split.groups
    },
  }
}

/** By what people read; what is not known, or nothing, comes last. */
export function compareKeys(a: string, b: string, by: BucketKind): number {
  const last = (key: string) => ['', notTold].indexOf(key)
  if (last(a) !== last(b)) return last(a) - last(b)
  const name = (key: string) => (by === 'country' ? countryName(key) : key)
  return name(a).localeCompare(name(b), language())
}
