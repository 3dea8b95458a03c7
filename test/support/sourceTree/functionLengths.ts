import { isFunctionLikeDeclaration, type Node } from 'typescript/unstable/ast'
import type { ParsedSource } from './parseSources.ts'
import { lineOf, visitNodes } from './visitNodes.ts'

export interface FunctionLength {
  readonly line: number
  /** Lines from the first to the last, without those of functions inside it: they count for themselves. */
  readonly lines: number
}

/** The length of every function, method and accessor of a source that has a body. */
export function functionLengths(source: ParsedSource): FunctionLength[] {
  const functions: Span[] = []
  visitNodes(source, (node) => {
    if (isFunctionLikeDeclaration(node) && 'body' in node && node.body !== undefined)
      functions.push(spanOf(source, node))
  })
  return functions.map((outer) => ({ line: outer.first, lines: ownLines(outer, functions) }))
}

interface Span {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
}

function spanOf(source: ParsedSource, node: Node): Span {
  const start = node.getStart(source.tree)
  return { start, end: node.end, first: lineOf(source, start), last: lineOf(source, node.end) }
}

function ownLines(outer: Span, all: readonly Span[]): number {
  const own = new Set<number>()
  for (let line = outer.first; line <= outer.last; line++) own.add(line)
  for (const inner of all) {
    if (inner === outer || inner.start < outer.start || inner.end > outer.end) continue
    // The line on which an inner function begins also says something of the outer one.
    for (let line = inner.first + 1; line <= inner.last; line++) own.delete(line)
  }
  return own.size
}
