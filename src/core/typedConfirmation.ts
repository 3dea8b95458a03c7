import type { E164 } from './phoneNumber.ts'
import type { PhoneNumbering } from './phoneNumbering.ts'
import { t } from './words.ts'

/** How a release is confirmed: by the button of the question, or by typing what is to be released as well. */
export type ReleaseConfirmation = 'button' | 'typeNumber'

/** What is to be typed, and whether a text is that. */
export interface ExpectedText {
  /** One text that is accepted: a hint in the box. */
  readonly example: string
  /** What to type, in words: "the number, like …". */
  readonly asked: string
  readonly matches: (text: string) => boolean
}

/** Nothing but a number and how people group one: no name, no extension. */
const plainNumber = /^[+\d\s().\p{Pd}]+$/u

/** The number itself, in international or in its country's own form, however it is grouped. */
export function typedNumber(
  number: E164,
  numbering: Pick<PhoneNumbering, 'format' | 'formatNational' | 'parse' | 'countryOf'>,
): ExpectedText {
  const country = numbering.countryOf(number)
  const example = numbering.format(number)
  const national = country === undefined ? example : numbering.formatNational(number)
  return {
    example,
    asked: national === example ? t('the number, {0},', example) : t('the number, {0} or {1},', example, national),
    matches(text) {
      const typed = text.normalize('NFKC').trim()
      if (!plainNumber.test(typed)) return false
      return typed.replace(/[\s().\p{Pd}]/gu, '') === number || numbering.parse(typed, country) === number
    },
  }
}

/** "release 3", for three numbers. */
export function typedCount(count: number): ExpectedText {
  const example = t('release {0}', count)
  return {
    example,
    asked: t('“{0}”', example),
    matches: (text) => text.trim().toLowerCase().replace(/\s+/g, ' ') === example.toLowerCase(),
  }
}
