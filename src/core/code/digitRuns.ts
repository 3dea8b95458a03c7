/** Digits that stand together in a text. */
export interface DigitGroup {
  readonly start: number
  readonly end: number
  /** What stands between this group and the one before; empty at the first. */
  readonly gap: string
}

/** Digit groups with the usual separators of phone numbers between them, on one line. */
export interface DigitRun {
  /** Where the sign, the opening bracket or the first digit is. */
  readonly start: number
  /** True after "+" or its form in addresses, "%2B". */
  readonly plus: boolean
  readonly groups: readonly DigitGroup[]
}

const fewestDigits = 7
/** No number has more (ITU-T E.164). */
export const mostDigits = 15
const longestGap = 3
// Space, no-break spaces, hyphens, dot, slash, brackets.
const separators = new Set([...' \u00a0\u202f-\u2010\u2011\u2013./()'].map((char) => char.charCodeAt(0)))

/** Every place of a text that could be a phone number by its digits alone. One pass, whatever the text is. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = []
  let at = 0
  while (at < text.length) {
    if (!isDigit(text.charCodeAt(at))) {
      at += 1
      continue
    }
    const groups = groupsFrom(text, at)
    const end = groups.at(-1)?.end ?? at + 1
    const run = runOf(text, groups)
    if (run !== undefined) runs.push(run)
    at = end
  }
  return runs
}

function runOf(text: string, groups: readonly DigitGroup[]): DigitRun | undefined {
  const [first] = groups
  const digits = groups.reduce((sum, { start, end }) => sum + end - start, 0)
  if (first === undefined || digits < fewestDigits) return undefined
  return { ...signBefore(text, first.start, groups[1]?.gap.startsWith(')') === true), groups }
}

/** "+", "+(", "(" or "%2B" before the first digit. A bracket counts when it closes behind the first group. */
function signBefore(text: string, at: number, closes: boolean): Pick<DigitRun, 'start' | 'plus'> {
  const bracket = closes && text[at - 1] === '(' ? at - 1 : at
  if (text[bracket - 1] === '+') return { start: bracket - 1, plus: true }
  if (text.slice(bracket - 3, bracket).toUpperCase() === '%2B') return { start: bracket - 3, plus: true }
  return { start: bracket, plus: false }
}

function groupsFrom(text: string, from: number): DigitGroup[] {
  const groups: DigitGroup[] = []
  let start = from
  let gap = ''
  for (;;) {
    const end = endOf(text, start, isDigit)
    groups.push({ start, end, gap })
    const next = endOf(text, end, isSeparator)
    if (next === end || next - end > longestGap || !isDigit(text.charCodeAt(next))) return groups
    gap = text.slice(end, next)
    start = next
  }
}

function endOf(text: string, from: number, belongs: (code: number) => boolean): number {
  let at = from
  while (at < text.length && belongs(text.charCodeAt(at))) at += 1
  return at
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isSeparator(code: number): boolean {
  return separators.has(code)
}
