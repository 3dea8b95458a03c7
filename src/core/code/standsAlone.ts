import type { DigitRun } from './digitRuns.ts'
import type { FoundNumber } from './findNumbers.ts'

const wordChar = /[\p{L}\p{N}_]/u

/** False where the digits are part of something else: a word, a sum, an identifier, a decimal, a date, an address. */
export function standsAlone(text: string, found: FoundNumber, run: DigitRun): boolean {
  const before = text[found.start - 1] ?? ''
  const after = text[found.end] ?? ''
  if (wordChar.test(before) || wordChar.test(after) || isDecimal(run)) return false
  const beginning = lineBefore(text, found.start)
  if (run.plus) return !isSum(beginning, before)
  if (/[-#$€£+*^%@~\\.]/.test(before) || /[%€£°]/.test(after)) return false
  if (found.form === 'national' && isWholeFigure(text, run) && !/["'`=:>,;]/.test(before)) return false
  if (/^-?\p{L}/u.test(text.slice(found.end, found.end + 2))) return false
  return !isDate(text.slice(found.start, found.end)) && !isInAddress(beginning)
}

/** "1.2025550142": one dot between two groups is a fraction. */
function isDecimal({ groups }: DigitRun): boolean {
  return groups.length === 2 && groups[1]?.gap === '.'
}

/** `a+1…`, `f(x)+1…`, `'a'+1…`: the plus adds. A quote that opens a text is odd on its line, one that closes is even. */
function isSum(beginning: string, before: string): boolean {
  if (/[)\]+]/.test(before)) return true
  if (!/["'`]/.test(before)) return false
  return beginning.split(before).length % 2 === 1
}

/** "2025550142" may be any figure; with a leading zero or separators it is not. */
function isWholeFigure(text: string, { groups, start }: DigitRun): boolean {
  return groups.length === 1 && text[start] !== '0'
}

function isDate(digits: string): boolean {
  return /^(19|20)\d\d([-/.])(0\d|1[0-2])\2[0-3]\d/.test(digits)
}

const longestAddress = 300
const numberInAddress = /(?:wa\.me\/|[?&](?:phone|number|from|to|src|sender|tel)=)$/i

/** Digits without a plus in an address are ids, unless the address says that they are a number. */
function isInAddress(beginning: string): boolean {
  const token = /[^\s"'`<>]*$/.exec(beginning.slice(-longestAddress))?.[0] ?? ''
  return token.includes('://') && !numberInAddress.test(token)
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
}
