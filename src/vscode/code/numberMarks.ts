import { type DecorationOptions, type Disposable, Range, type TextDocument, ThemeColor, window } from 'vscode'
import { oneLine } from '../../core/oneLine.ts'
import type { KnownNumbers, OwnedHere } from './codeKnowledge.ts'
import { readCodeSettings } from './codeSettings.ts'
import type { NumberOnLine } from './documentNumbers.ts'

/** Provider and account in pale letters behind the last owned number of a line, where the setting wants it. */
export interface NumberMarks extends Disposable {
  show(document: TextDocument, numbers: readonly NumberOnLine[], known: KnownNumbers): void
}

export function createNumberMarks(): NumberMarks {
  const type = window.createTextEditorDecorationType({
    after: { color: new ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 2em' },
  })
  return {
    show(document, numbers, known) {
      const marks = readCodeSettings(document.uri).decorations ? marksOf(document, numbers, known) : []
      for (const editor of window.visibleTextEditors) {
        if (editor.document === document) editor.setDecorations(type, marks)
      }
    },
    dispose: () => type.dispose(),
  }
}

function marksOf(
  document: TextDocument,
  numbers: readonly NumberOnLine[],
  { owned, place }: KnownNumbers,
): DecorationOptions[] {
  const textOf = ({ owned: { name }, account }: OwnedHere) =>
    name === undefined ? place(account) : `${place(account)} · ${oneLine(name)}`
  const lines = [...new Set(numbers.map(({ line }) => line))]
  return lines.flatMap((line) => {
    const there = numbers.filter((one) => one.line === line)
    const texts = there.flatMap(({ found }) => owned.get(found.number) ?? []).map(textOf)
    if (texts.length === 0) return []
    const { end } = document.lineAt(line).range
    return [{ range: new Range(end, end), renderOptions: { after: { contentText: [...new Set(texts)].join(', ') } } }]
  })
}
