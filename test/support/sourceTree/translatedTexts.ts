import {
  type CallExpression,
  isCallExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
} from 'typescript/unstable/ast'
import type { ParsedSource } from './parseSources.ts'
import { lineOf, visitNodes } from './visitNodes.ts'

/** A call of `t`: its English, or undefined where that is not written out. */
export interface TranslatedText {
  readonly english: string | undefined
  readonly place: string
}

/** Every text that a source translates. */
export function translatedTexts(source: ParsedSource): TranslatedText[] {
  const found: TranslatedText[] = []
  visitNodes(source, (node) => {
    if (!isCallExpression(node) || !isIdentifier(node.expression) || node.expression.text !== 't') return
    const place = `${source.path}:${lineOf(source, node.getStart(source.tree))}`
    found.push({ english: firstLiteral(node), place })
  })
  return found
}

function firstLiteral({ arguments: [first] }: CallExpression): string | undefined {
  if (first === undefined) return undefined
  return isStringLiteral(first) || isNoSubstitutionTemplateLiteral(first) ? first.text : undefined
}

/** `{0}`, `{1}` … of a text, each once, in order. */
export function placesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\d+\}/g))].sort()
}
