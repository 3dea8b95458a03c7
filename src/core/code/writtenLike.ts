import type { E164 } from '../phoneNumber.ts'
import { digitsOf } from '../phoneNumber.ts'
import type { WrittenForm } from './findNumbers.ts'

/** A number written as another one was: with or without its plus, grouped or not. */
export function writtenLike(
  written: string,
  form: WrittenForm,
  number: E164,
  format: (number: E164) => string,
): string {
  const grouped = /\d[^\d]+\d/.test(written)
  switch (form) {
    case 'international':
      return /^%2b/i.test(written) ? `%2B${digitsOf(number)}` : grouped ? format(number) : number
    case 'bare':
      return grouped || written.startsWith('0') ? number : digitsOf(number)
    case 'national':
      return grouped ? format(number) : number
    default:
      return form satisfies never
  }
}
