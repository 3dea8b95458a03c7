import {
  type Disposable,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
  window,
  workspace,
} from 'vscode'
import type { FoundNumber } from '../../core/code/findNumbers.ts'
import { createLineFindings, type LineFindings } from '../../core/code/lineFindings.ts'
import type { CodeKnowledge, KnownNumbers } from './codeKnowledge.ts'
import { readCodeSettings } from './codeSettings.ts'
import { isLookedAt } from './documents.ts'

/** A known number and the line it is on. */
export interface NumberOnLine {
  readonly line: number
  readonly found: FoundNumber
}

export interface DocumentNumbersOptions {
  readonly knowledge: CodeKnowledge
  readonly isOurs: (document: TextDocument) => boolean
  /** The known numbers of a document that is shown: at first, and whenever they or what is known of them may have changed. */
  readonly show: (document: TextDocument, numbers: readonly NumberOnLine[], known: KnownNumbers) => void
  readonly forget: (document: TextDocument) => void
}

const typingPauseMs = 300

/** Looks for known numbers in the documents that are shown; after an edit only in the lines it touched. */
export function watchDocuments(options: DocumentNumbersOptions): Disposable {
  const watched = new Map<TextDocument, Watched>()
  const look = async (document: TextDocument) => {
    const known = await options.knowledge.known()
    if (document.isClosed) return
    const entry = watchedOf(watched, document, known)
    const numbers = isLookedAt(document, readCodeSettings(document.uri).largestDocument)
      ? entry.findings.update({ lineCount: document.lineCount, lineAt: (line) => document.lineAt(line).text })
      : []
    options.show(document, numbers, known)
  }
  const lookAt = (editors: readonly TextEditor[]) => {
    for (const { document } of editors) if (options.isOurs(document)) void look(document)
  }
  const lookAgain = () => {
    for (const entry of watched.values()) clearTimeout(entry.timer)
    watched.clear()
    lookAt(window.visibleTextEditors)
  }
  lookAt(window.visibleTextEditors)
  return joined([
    window.onDidChangeVisibleTextEditors(lookAt),
    workspace.onDidChangeTextDocument((event) => noteEdits(watched.get(event.document), event, look)),
    workspace.onDidCloseTextDocument((document) => {
      clearTimeout(watched.get(document)?.timer)
      watched.delete(document)
      options.forget(document)
    }),
    options.knowledge.onDidChange(lookAgain),
    workspace.onDidChangeConfiguration((event) => {
      if (['phoneNumbers.code', 'files.exclude', 'search.exclude'].some((name) => event.affectsConfiguration(name)))
        lookAgain()
    }),
    { dispose: () => void [...watched.values()].map(({ timer }) => clearTimeout(timer)) },
  ])
}

interface Watched {
  readonly known: KnownNumbers
  readonly findings: LineFindings<FoundNumber>
  timer?: NodeJS.Timeout
}

/** What was found with other knowledge is of no use any more. */
function watchedOf(watched: Map<TextDocument, Watched>, document: TextDocument, known: KnownNumbers): Watched {
  const before = watched.get(document)
  if (before?.known === known) return before
  clearTimeout(before?.timer)
  const { nationalForms } = readCodeSettings(document.uri)
  const entry = { known, findings: createLineFindings((text) => known.find(text, nationalForms)) }
  watched.set(document, entry)
  return entry
}

function noteEdits(
  entry: Watched | undefined,
  { document, contentChanges }: TextDocumentChangeEvent,
  look: (document: TextDocument) => Promise<void>,
): void {
  if (entry === undefined || contentChanges.length === 0) return
  for (const { range, text } of contentChanges) {
    entry.findings.edit({ first: range.start.line, last: range.end.line, count: text.split('\n').length })
  }
  clearTimeout(entry.timer)
  entry.timer = setTimeout(() => void look(document), typingPauseMs)
}

function joined(parts: readonly Disposable[]): Disposable {
  return {
    dispose() {
      for (const part of parts) part.dispose()
    },
  }
}
