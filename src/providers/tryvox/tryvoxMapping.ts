import type { CountryCode } from '../../core/country.ts'
import type { Capability, KnownNumberType, NumberType } from '../../core/numberKind.ts'
import type { Offer } from '../../core/offer.ts'
import type { NumberState, OwnedNumber, UnreadableRow } from '../../core/ownedNumber.ts'
import { type E164, parseE164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { oncePrice, recurringPrice } from '../../core/price.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import { factsOf } from './tryvoxFacts.ts'
import { type NumberRow, numberRow } from './tryvoxSchemas.ts'

/** What the rows do not say themselves. */
export interface RowContext {
  readonly accountId: string
  readonly numbering: PhoneNumbering
}

const typesByWord = new Map<string, KnownNumberType>([
  ['local', 'local'],
  ['mobile', 'mobile'],
  ['toll_free', 'tollFree'],
])

/** `toll_free` → `tollFree`; a word we do not know stays as it is, none = undefined. */
export function typeFrom(word: string | null | undefined): NumberType | undefined {
  const plain = plainSentence(word ?? '')
  return plain === '' ? undefined : (typesByWord.get(plain.toLowerCase()) ?? plain)
}

export function capabilitiesFrom(words: readonly string[]): readonly Capability[] {
  return [...new Set(words.map((word) => plainSentence(word).toLowerCase()).filter((word) => word !== ''))]
}

/** A row of a list with its number, or why it cannot be read. */
export function readNumberRow(row: unknown): { readonly row: NumberRow; readonly number: E164 } | UnreadableRow {
  const parsed = numberRow.safeParse(row)
  if (!parsed.success) return { reason: t('the row has no phone number') }
  const number = parseE164(parsed.data.e164.trim())
  if (number !== undefined) return { row: parsed.data, number }
  const hint = plainSentence(parsed.data.e164).slice(0, 40)
  return { reason: t('its number is not in international form'), ...(hint === '' ? {} : { hint }) }
}

export function ownedFrom(row: NumberRow, number: E164, context: RowContext): OwnedNumber {
  const routing = routingOf(row)
  const rentedAt = instant(row.created_at)
  return {
    ...traitsOf(row, number, undefined, context),
    state: stateOf(row),
    price: recurringPrice(row.monthly_fee, row.currency ?? undefined),
    ...(routing === '' ? {} : { routing }),
    ...(rentedAt === undefined ? {} : { rentedAt }),
    facts: factsOf(row),
  }
}

/** An offer; its country is the one that was asked for when the row has none. */
export function offerFrom(row: NumberRow, number: E164, asked: CountryCode, context: RowContext): Offer {
  const area = plainSentence(row.region ?? '')
  return {
    ...traitsOf(row, number, asked, context),
    ...(area === '' ? {} : { area }),
    price: recurringPrice(row.monthly_fee, row.currency ?? undefined),
    setup: oncePrice(row.setup_fee, row.currency ?? undefined),
    requirements: [],
    rentable: { kind: 'direct' },
  }
}

function traitsOf(row: NumberRow, number: E164, asked: CountryCode | undefined, context: RowContext) {
  const word = row.country?.trim().toUpperCase() ?? ''
  const country = /^[A-Z]{2}$/.test(word) ? word : (asked ?? context.numbering.countryOf(number))
  const type = typeFrom(row.type)
  return {
    accountId: context.accountId,
    number,
    ...(country === undefined ? {} : { country }),
    ...(type === undefined ? {} : { type }),
    capabilities: capabilitiesFrom(row.capabilities),
  }
}

/** TryVox's word; a listed `released` number is shown as such, since it can be taken back for a while. */
function stateOf(row: NumberRow): NumberState {
  const word = plainSentence(row.status ?? '')
  switch (word.toLowerCase()) {
    case '':
    case 'active':
      return { kind: 'active' }
    case 'pending':
      return { kind: 'pending' }
    case 'suspended':
      return { kind: 'suspended' }
    case 'released': {
      const until = instant(row.available_after)
      return until === undefined ? { kind: 'released' } : { kind: 'released', cancellableUntil: until }
    }
    default:
      return { kind: 'other', word }
  }
}

/** "trunk trunk_k3m9" or "app app_r7t2"; both when TryVox says both. */
function routingOf(row: NumberRow): string {
  const trunk = plainSentence(row.trunk_id ?? '')
  const app = plainSentence(row.application_id ?? '')
  return [trunk === '' ? '' : t('trunk {0}', trunk), app === '' ? '' : t('app {0}', app)]
    .filter((part) => part !== '')
    .join(', ')
}

/** ISO 8601 with any fraction and offset, kept as it was written; undefined for anything else. */
export function instant(text: string | null | undefined): string | undefined {
  const written = text?.trim() ?? ''
  const looksRight = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(written)
  return looksRight && !Number.isNaN(Date.parse(written)) ? written : undefined
}
