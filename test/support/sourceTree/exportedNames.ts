import { isExportDeclaration, isNamedExports, type Node, SyntaxKind } from 'typescript/unstable/ast'
import type { ParsedSource } from './parseSources.ts'

const declarations = new Set([
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
])

/** The names a source exports, `default` included; `export *` counts as `*`. */
export function exportedNames(source: ParsedSource): string[] {
  const names: string[] = []
  for (const statement of source.tree.statements) {
    if (statement.kind === SyntaxKind.ExportAssignment) names.push('default')
    else if (isExportDeclaration(statement)) {
      const clause = statement.exportClause
      if (clause !== undefined && isNamedExports(clause)) names.push(...clause.elements.map((one) => one.name.text))
      else names.push('*')
    } else names.push(...declaredExports(statement))
  }
  return names
}

function declaredExports(statement: Node): string[] {
  const modifiers = childrenOf(statement).filter((child) => child.kind <= SyntaxKind.LastToken)
  const has = (kind: SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind)
  if (!has(SyntaxKind.ExportKeyword)) return []
  if (has(SyntaxKind.DefaultKeyword)) return ['default']
  if (statement.kind === SyntaxKind.VariableStatement) return variableNames(statement)
  return declarations.has(statement.kind) ? firstIdentifier(statement) : []
}

function variableNames(statement: Node): string[] {
  const list = childrenOf(statement).find((child) => child.kind === SyntaxKind.VariableDeclarationList)
  return list === undefined ? [] : childrenOf(list).flatMap(firstIdentifier)
}

function firstIdentifier(node: Node): string[] {
  const name = childrenOf(node).find((child) => child.kind === SyntaxKind.Identifier)
  return name !== undefined && 'text' in name && typeof name.text === 'string' ? [name.text] : []
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  node.forEachChild((child) => {
    children.push(child)
  })
  return children
}
