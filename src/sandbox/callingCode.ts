/** One- and two-digit country calling codes of ITU-T E.164; every other code has three digits. */
const SHORT_CODES =
  '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 ' +
  '81 82 84 86 90 91 92 93 94 95 98'

const shortCodes = new Set(SHORT_CODES.split(' '))

/** The calling code of an international number, given as digits without `+`. Calling codes are prefix-free. */
export function callingCodeOf(digits: string): string {
  const short = [digits.slice(0, 1), digits.slice(0, 2)].find((code) => shortCodes.has(code))
  return short ?? digits.slice(0, 3)
}
