import {
  type CodeAction,
  type CodeActionContext,
  type CompletionList,
  type Disposable,
  type Hover,
  type Position,
  type TextDocument,
  workspace,
} from 'vscode'
import type { CommandTools } from '../commands/commandTools.ts'
import { type CodeKnowledge, type CodeKnowledgeOptions, createCodeKnowledge } from './codeKnowledge.ts'
import { watchDocuments } from './documentNumbers.ts'
import { registerFixCommands } from './fixCommands.ts'
import { numberCompletion } from './numberCompletion.ts'
import { numberFixes } from './numberFixes.ts'
import { numberHover } from './numberHover.ts'
import { createNumberMarks } from './numberMarks.ts'
import { createNumberWarnings } from './numberWarnings.ts'
import { openUse } from './openUse.ts'
import { searchUses } from './searchUses.ts'

export interface CodeTools
  extends Pick<CommandTools, 'inventory' | 'records' | 'parts' | 'now' | 'prompts' | 'failures'> {
  readonly recall: CodeKnowledgeOptions['recall']
}

/** Numbers in the person's own files: what is known of them, where they are read and written. */
export interface NumbersInCode extends Disposable {
  hover(document: TextDocument, position: Position): Promise<Hover | undefined>
  complete(document: TextDocument, position: Position): Promise<CompletionList | undefined>
  fixes(document: TextDocument, context: CodeActionContext): Promise<CodeAction[]>
}

/** Entry of the bundle for numbers in code: loaded when a document is shown, pointed at or completed. */
export function createNumbersInCode(tools: CodeTools, isOurs: (document: TextDocument) => boolean): NumbersInCode {
  const knowledge: CodeKnowledge = createCodeKnowledge({ ...tools, numbering: tools.parts.numbering })
  const warnings = createNumberWarnings()
  const marks = createNumberMarks()
  const registrations = [
    watchDocuments({
      ...{ knowledge, isOurs },
      show(...found) {
        warnings.show(...found)
        marks.show(...found)
      },
      forget: warnings.forget,
    }),
    ...registerFixCommands({ ...tools, knowledge }),
    ...[warnings, marks, knowledge],
  ]
  return {
    hover: (document, position) => numberHover(knowledge, document, position),
    complete: (document, position) => numberCompletion(knowledge, document, position),
    fixes: (document, context) => numberFixes(knowledge, document, context),
    dispose() {
      for (const registration of registrations) registration.dispose()
    },
  }
}

/** The search for the places of a number, for commands. */
export const numberUses = {
  canSearch: () => workspace.workspaceFolders !== undefined,
  search: searchUses,
  open: openUse,
}
