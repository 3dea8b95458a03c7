import type { E164 } from '../phoneNumber.ts'
import { digitsOf } from '../phoneNumber.ts'
import type { WrittenForm } from './findNumbers.ts'

export interface Replacement {
  readonly before: E164
  readonly after: E164
  /** "+1 202 555 0142": the calling code first, then groups. */
  readonly format: (number: E164) => string
}

/**
 * A number written as another one was. Where both have the same calling code and the same groups, digits take the places of digits and
 * everything between them stays; else with or without plus and grouped or not, as it was.
 */
export function writtenLike(written: string, form: WrittenForm, { before, after, format }: Replacement): string {
  const same = inSamePlaces(written, format(before), format(after))
  if (same !== undefined) return same
  const grouped = isGrouped(written)
  switch (form) {
    case 'international':
      return /^%2b/i.test(written) ? `%2B${digitsOf(after)}` : grouped ? format(after) : after
    case 'bare':
      return grouped || written.startsWith('0') ? after : digitsOf(after)
    case 'national':
      return grouped ? format(after) : after
    default:
      return form satisfies never
  }
}

function isGrouped(written: string): boolean {
  return /\d[^\d]+\d/.test(written)
}

/** Undefined where the digits of one do not fit the places of the other. What stands before the number in its country, such as a 0, stays. */
function inSamePlaces(written: string, before: string, after: string): string | undefined {
  const [code, ...groups] = before.split(' ')
  const [otherCode, ...otherGroups] = after.split(' ')
  const shape = (parts: readonly string[]) => parts.map((part) => part.length).join()
  const fits = isGrouped(written)
    ? shape(groups) === shape(otherGroups)
    : groups.join('').length === otherGroups.join('').length
  const text = /^%2b/i.test(written) ? written.slice(3) : written
  const digits = text.replace(/\D/g, '')
  const [national, other] = [groups.join('').replace(/\D/g, ''), otherGroups.join('').replace(/\D/g, '')]
  if (code !== otherCode || !fits || national === '' || !digits.endsWith(national)) return undefined
  const wanted = [...digits.slice(0, -national.length), ...other]
  return written.slice(0, written.length - text.length) + text.replace(/\d/g, () => wanted.shift() ?? '')
}
