import { Diagnostic, DiagnosticSeverity, type Disposable, languages, Range, type TextDocument } from 'vscode'
import { evidenceText } from '../../core/code/evidenceText.ts'
import { findProvider } from '../../providers/registry.ts'
import { formatDay } from '../dates.ts'
import type { KnownNumbers } from './codeKnowledge.ts'
import { readCodeSettings } from './codeSettings.ts'
import type { NumberOnLine } from './documentNumbers.ts'

export const warningSource = 'Phone Numbers'

/** Warnings at numbers that something is known against. A number without evidence is left alone, fiction or not. */
export interface NumberWarnings extends Disposable {
  show(document: TextDocument, numbers: readonly NumberOnLine[], known: KnownNumbers): void
  forget(document: TextDocument): void
}

export function createNumberWarnings(): NumberWarnings {
  const collection = languages.createDiagnosticCollection('phoneNumbers')
  return {
    show(document, numbers, known) {
      const { warnings, ignoredNumbers } = readCodeSettings(document.uri)
      const wanted = warnings ? numbers.filter(({ found }) => !ignoredNumbers.has(found.number)) : []
      collection.set(
        document.uri,
        wanted.flatMap((one) => warningFor(one, known) ?? []),
      )
    },
    forget: (document) => collection.delete(document.uri),
    dispose: () => collection.dispose(),
  }
}

function warningFor({ line, found }: NumberOnLine, known: KnownNumbers): Diagnostic | undefined {
  const evidence = known.evidence.get(found.number)
  if (evidence === undefined) return undefined
  const words = { providerOf: (id: string) => findProvider(id)?.label ?? id, day: formatDay }
  const diagnostic = new Diagnostic(
    new Range(line, found.start, line, found.end),
    evidenceText(known.numbering.format(found.number), evidence, words),
    DiagnosticSeverity.Warning,
  )
  diagnostic.source = warningSource
  diagnostic.code = evidence.kind
  return diagnostic
}
