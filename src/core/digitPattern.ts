import type { DigitPattern } from './offer.ts'
import { digitsOf, type E164 } from './phoneNumber.ts'
import { t } from './words.ts'

/**
 * Reads what a person types into the digits box: `312` starts with, `*0142` ends with, `*55*` contains. Separators are dropped.
 * `undefined` for empty text (any digits), `invalid` for anything else.
 */
export function parseDigitPattern(text: string): DigitPattern | undefined | 'invalid' {
  const compact = text.replace(/[\s().-]/g, '')
  if (compact === '') return undefined
  const match = /^(\*?)(\d{1,14})(\*?)$/.exec(compact)
  if (match === null) return 'invalid'
  const [, before, digits = '', after] = match
  if (before === '') return { position: 'start', digits }
  return { position: after === '' ? 'end' : 'contains', digits }
}

/** The pattern as a person types it: what `parseDigitPattern` reads. */
export function writeDigitPattern({ position, digits }: DigitPattern): string {
  switch (position) {
    case 'start':
      return digits
    case 'contains':
      return `*${digits}*`
    case 'end':
      return `*${digits}`
    default:
      return position satisfies never
  }
}

/** "starts with 312". */
export function describeDigitPattern({ position, digits }: DigitPattern): string {
  switch (position) {
    case 'start':
      return t('starts with {0}', digits)
    case 'contains':
      return t('contains {0}', digits)
    case 'end':
      return t('ends with {0}', digits)
    default:
      return position satisfies never
  }
}

/** True when the national digits of a number match. */
export function matchesDigits(nationalDigits: string, pattern: DigitPattern): boolean {
  switch (pattern.position) {
    case 'start':
      return nationalDigits.startsWith(pattern.digits)
    case 'contains':
      return nationalDigits.includes(pattern.digits)
    case 'end':
      return nationalDigits.endsWith(pattern.digits)
    default:
      return pattern.position satisfies never
  }
}

/** The number without its plus and its country's calling code; all its digits when the code is not known or does not fit. */
export function nationalDigits(number: E164, callingCode: string | undefined): string {
  const digits = digitsOf(number)
  return callingCode !== undefined && digits.startsWith(callingCode) ? digits.slice(callingCode.length) : digits
}
