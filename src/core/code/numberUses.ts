import type { E164 } from '../phoneNumber.ts'
import { type FoundNumber, findNumbers, type NumberLookup } from './findNumbers.ts'

/** Where a number is written in a file. Lines and characters count from zero. */
export interface NumberUse {
  readonly number: E164
  /** The file's URI. */
  readonly uri: string
  /** The file as people say it: relative to its folder. */
  readonly path: string
  readonly line: number
  readonly start: number
  readonly end: number
  /** The line, without the space around it. */
  readonly preview: string
}

/** What a search through files brought. */
export interface NumberUses {
  readonly uses: readonly NumberUse[]
  readonly files: number
  /** False when it was stopped or had reached one of its limits: there may be more. */
  readonly complete: boolean
}

const longestPreview = 160

/** The places in one file's text. */
export function usesIn(text: string, file: Pick<NumberUse, 'uri' | 'path'>, lookup: NumberLookup): NumberUse[] {
  let line = 0
  let lineStart = 0
  return findNumbers(text, lookup).map((found) => {
    for (
      let next = text.indexOf('\n', lineStart);
      next >= 0 && next < found.start;
      next = text.indexOf('\n', lineStart)
    ) {
      line += 1
      lineStart = next + 1
    }
    return { ...file, ...place(text, lineStart, found), line }
  })
}

function place(text: string, lineStart: number, { number, start, end }: FoundNumber) {
  const lineEnd = text.indexOf('\n', end)
  const whole = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).trim()
  const preview = whole.length > longestPreview ? `${whole.slice(0, longestPreview)}…` : whole
  return { number, start: start - lineStart, end: end - lineStart, preview }
}

/** By file, then from top to bottom. */
export function inFileOrder(uses: readonly NumberUse[]): NumberUse[] {
  return [...uses].sort(
    (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.start - b.start,
  )
}

/** "src/sms.ts:12", as editors and terminals write it. */
export function useText({ path, line }: NumberUse): string {
  return `${path}:${line + 1}`
}
