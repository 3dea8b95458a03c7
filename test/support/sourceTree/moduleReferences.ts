import {
  type ImportDeclaration,
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportExpression,
  isImportTypeNode,
  isLiteralTypeNode,
  isNamedImports,
  isNamespaceImport,
  isStringLiteral,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast'
import type { ParsedSource } from './parseSources.ts'
import { lineOf, visitNodes } from './visitNodes.ts'

/** How a file names another module. `type` is erased before anything runs; `lazy` is an `import()` that runs when it is reached. */
export type ReferenceKind = 'value' | 'type' | 'lazy'

export interface ModuleReference {
  readonly specifier: string
  readonly kind: ReferenceKind
  readonly line: number
  /** The names taken from it, `default` and `*` included. */
  readonly names: readonly string[]
}

/** Every import, re-export, `import()` and `import('…')` type of a source. A specifier that is not written out is `(computed)`. */
export function moduleReferences(source: ParsedSource): ModuleReference[] {
  const found: ModuleReference[] = []
  visitNodes(source, (node) => {
    const reference = readReference(node)
    if (reference !== undefined) found.push({ ...reference, line: lineOf(source, node.getStart(source.tree)) })
  })
  return found
}

function readReference(node: Node): Omit<ModuleReference, 'line'> | undefined {
  if (isImportDeclaration(node)) return readImport(node)
  if (isExportDeclaration(node)) {
    if (node.moduleSpecifier === undefined) return undefined
    return { specifier: textOf(node.moduleSpecifier), kind: node.isTypeOnly ? 'type' : 'value', names: ['*'] }
  }
  if (isImportTypeNode(node)) {
    const literal = isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
    return { specifier: textOf(literal), kind: 'type', names: ['*'] }
  }
  if (isCallExpression(node) && isDynamicImport(node.expression)) {
    return { specifier: textOf(node.arguments[0]), kind: 'lazy', names: ['*'] }
  }
  return undefined
}

function isDynamicImport(callee: Node): boolean {
  return callee.kind === SyntaxKind.ImportKeyword || isImportExpression(callee)
}

function readImport(node: ImportDeclaration): Omit<ModuleReference, 'line'> {
  const specifier = textOf(node.moduleSpecifier)
  const clause = node.importClause
  if (clause === undefined) return { specifier, kind: 'value', names: [] }
  const bindings = clause.namedBindings
  const specifiers = bindings !== undefined && isNamedImports(bindings) ? [...bindings.elements] : []
  const names = specifiers.map((element) => (element.propertyName ?? element.name).text)
  if (clause.name !== undefined) names.push('default')
  if (bindings !== undefined && isNamespaceImport(bindings)) names.push('*')
  const onlyTypes =
    specifiers.length > 0 && specifiers.length === names.length && specifiers.every((one) => one.isTypeOnly)
  const erased = clause.phaseModifier === SyntaxKind.TypeKeyword || onlyTypes
  return { specifier, kind: erased ? 'type' : 'value', names }
}

function textOf(node: Node | undefined): string {
  return node !== undefined && isStringLiteral(node) ? node.text : '(computed)'
}
