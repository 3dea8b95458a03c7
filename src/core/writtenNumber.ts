import type { E164 } from './phoneNumber.ts'
import type { PhoneNumbering } from './phoneNumbering.ts'

/** How a number can be written where it is used. */
export type WrittenForm = 'e164' | 'international' | 'national' | 'tel'

/** The number in one form: "+13125550142", "+1 312 555 0142", "(312) 555-0142", "tel:+13125550142" (RFC 3966). */
export function writtenNumber(number: E164, form: WrittenForm, numbering: PhoneNumbering): string {
  switch (form) {
    case 'e164':
      return number
    case 'international':
      return numbering.format(number)
    case 'national':
      return numbering.formatNational(number)
    case 'tel':
      return `tel:${number}`
    default:
      return form satisfies never
  }
}
