import type { E164 } from './phoneNumber.ts'

/** How a release is confirmed: by the button of the question, or by typing what is to be released as well. */
export type ReleaseConfirmation = 'button' | 'typeNumber'

/** What is to be typed, in words, and whether a text is that. */
export interface ExpectedText {
  readonly asked: string
  readonly matches: (text: string) => boolean
}

/** The number itself, however it is grouped: spaces, hyphens, dots and brackets do not count. The plus does. */
export function typedNumber(number: E164, formatted: string): ExpectedText {
  return { asked: formatted, matches: (text) => text.normalize('NFKC').replace(/[\s().\p{Pd}]/gu, '') === number }
}

/** "release 3", for three numbers. */
export function typedCount(count: number): ExpectedText {
  const asked = `release ${count}`
  return { asked, matches: (text) => text.trim().toLowerCase().replace(/\s+/g, ' ') === asked }
}
