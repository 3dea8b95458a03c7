import type { Node } from 'typescript/unstable/ast'
import type { ParsedSource } from './parseSources.ts'

/** Calls `visit` for every node of a source, parents before children. */
export function visitNodes(source: ParsedSource, visit: (node: Node) => void): void {
  const walk = (node: Node): void => {
    visit(node)
    node.forEachChild(walk)
  }
  source.tree.forEachChild(walk)
}

/** The line of a position, counted from 1. */
export function lineOf(source: ParsedSource, position: number): number {
  return source.tree.getLineAndCharacterOfPosition(position).line + 1
}
