import { type DocumentFilter, languages, type Position, RelativePattern, type TextDocument, workspace } from 'vscode'
import type { FoundNumber } from '../../core/code/findNumbers.ts'
import type { CodeKnowledge, KnownNumbers } from './codeKnowledge.ts'
import { excludedGlobs, readCodeSettings } from './codeSettings.ts'

/** A known number at a place of a document. */
export interface NumberThere {
  readonly known: KnownNumbers
  readonly found: FoundNumber
  readonly line: number
}

const longestLine = 20_000

/** The known number at a position, if one is there. */
export async function numberAt(
  knowledge: CodeKnowledge,
  document: TextDocument,
  { line, character }: Pick<Position, 'line' | 'character'>,
): Promise<NumberThere | undefined> {
  const { text } = document.lineAt(line)
  if (text.length > longestLine) return undefined
  const known = await knowledge.known()
  const found = known
    .find(text, readCodeSettings(document.uri).nationalForms)
    .find(({ start, end }) => start <= character && character <= end)
  return found === undefined ? undefined : { known, found, line }
}

/** False for documents that are too large, or that the editor hides from its own search. */
export function isLookedAt(document: TextDocument, largest: number): boolean {
  const end = document.lineAt(document.lineCount - 1).range.end
  return document.offsetAt(end) <= largest && !isExcluded(document)
}

function isExcluded(document: TextDocument): boolean {
  const folder = workspace.getWorkspaceFolder(document.uri)
  const filters = excludedGlobs(document.uri).flatMap((glob): DocumentFilter[] =>
    [glob, `${glob}/**`].map((one) => ({ pattern: folder === undefined ? one : new RelativePattern(folder, one) })),
  )
  return filters.length > 0 && languages.match(filters, document) > 0
}
