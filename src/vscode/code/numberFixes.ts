import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode'
import { writtenLike } from '../../core/code/writtenLike.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { t } from '../../core/words.ts'
import { commandIds } from '../ids.ts'
import { createElementPool } from '../tree/treeElements.ts'
import type { CodeKnowledge, KnownNumbers, OwnedHere } from './codeKnowledge.ts'
import { type NumberThere, numberAt } from './documents.ts'
import { warningSource } from './numberWarnings.ts'

/** Commands of quick fixes; they stand in no menu. */
export const fixCommands = {
  ignore: '_phoneNumbers.code.ignore',
  replace: '_phoneNumbers.code.replace',
} as const

/** Where a number is to be replaced, as an argument of a command. */
export interface NumberPlace {
  readonly uri: string
  readonly number: E164
  readonly line: number
  readonly start: number
}

const mostReplacements = 3

/** What can be done about our warnings: another number, a look at the record, or peace for this one. */
export async function numberFixes(
  knowledge: CodeKnowledge,
  document: TextDocument,
  { diagnostics }: CodeActionContext,
): Promise<CodeAction[]> {
  const ours = diagnostics.filter(({ source }) => source === warningSource)
  const actions = await Promise.all(
    ours.map(async (diagnostic) => {
      const there = await numberAt(knowledge, document, diagnostic.range.start)
      return there === undefined ? [] : actionsFor(document, there, diagnostic)
    }),
  )
  return actions.flat()
}

function actionsFor(document: TextDocument, there: NumberThere, diagnostic: Diagnostic): CodeAction[] {
  const { known, found, line } = there
  const { uri } = document
  const formatted = known.numbering.format(found.number)
  const here = known.owned.get(found.number)
  const others = replacements(known, found.number)
  const place: NumberPlace = { uri: uri.toString(), number: found.number, line, start: found.start }
  const look =
    here === undefined
      ? command(t('Show the history of {0}', formatted), commandIds.showHistory)
      : command(t('Show {0} in the tree', formatted), commandIds.showInTree, rowOf(here))
  const actions = [
    ...others.slice(0, mostReplacements).map((other) => replaceBy(document, there, other)),
    ...(others.length > mostReplacements
      ? [command(t('Replace with another owned number…'), fixCommands.replace, place)]
      : []),
    look,
    command(t('Do not warn about {0} again', formatted), fixCommands.ignore, place),
  ]
  for (const action of actions) action.diagnostics = [diagnostic]
  return actions
}

/** Numbers to use instead. First those that the code around can use as it is: of the same account, provider, country and capabilities. */
export function replacements({ owned, evidence, numbering }: KnownNumbers, number: E164): readonly OwnedHere[] {
  const before = owned.get(number)?.owned
  const from = evidence.get(number)?.from
  const country = before?.country ?? numbering.countryOf(number)
  const rank = ({ owned: one, account }: OwnedHere) => {
    const can = (before?.capabilities ?? []).every((capability) => one.capabilities.includes(capability))
    const same = [account.label === from?.account, account.provider === from?.provider, one.country === country, can]
    return same.reduce((sum, fits) => 2 * sum + (fits ? 0 : 1), 0)
  }
  return [...owned.values()]
    .filter(({ owned: one }) => one.state.kind === 'active' && !evidence.has(one.number))
    .sort((a, b) => rank(a) - rank(b))
}

function replaceBy(document: TextDocument, { known, found, line }: NumberThere, other: OwnedHere): CodeAction {
  const { owned, account } = other
  const range = new Range(line, found.start, line, found.end)
  const { format } = known.numbering
  const title = t('Replace with {0} ({1})', format(owned.number), known.place(account))
  const action = new CodeAction(title, CodeActionKind.QuickFix)
  action.edit = new WorkspaceEdit()
  action.edit.replace(
    document.uri,
    range,
    writtenLike(document.getText(range), found.form, { before: found.number, after: owned.number, format }),
  )
  return action
}

function command(title: string, id: string, ...args: readonly unknown[]): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix)
  action.command = { title, command: id, arguments: [...args] }
  return action
}

function rowOf({ owned }: OwnedHere) {
  return createElementPool().number(owned.accountId, owned.number)
}
