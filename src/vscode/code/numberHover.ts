import { Hover, MarkdownString, type Position, Range, type TextDocument } from 'vscode'
import { t } from '../../core/words.ts'
import { type CommandId, commandIds } from '../ids.ts'
import { createElementPool } from '../tree/treeElements.ts'
import type { CodeKnowledge, KnownNumbers, OwnedHere } from './codeKnowledge.ts'
import { readCodeSettings } from './codeSettings.ts'
import { commandLink } from './commandLink.ts'
import { numberAt } from './documents.ts'
import { numberCard } from './numberCard.ts'

/** The card of an owned number, with what can be done. Nothing is asked of a provider. */
export async function numberHover(
  knowledge: CodeKnowledge,
  document: TextDocument,
  position: Position,
): Promise<Hover | undefined> {
  const settings = readCodeSettings(document.uri)
  if (!settings.hover) return undefined
  const there = await numberAt(knowledge, document, position)
  if (there === undefined) return undefined
  const { known, found, line } = there
  const here = known.owned.get(found.number)
  // The editor shows a warning in the same place; it says more.
  if (here === undefined && settings.warnings && !settings.ignoredNumbers.has(found.number)) return undefined
  const contents = here === undefined ? formerNumber(known.numbering.format(found.number)) : ownedNumber(here, known)
  return new Hover([...contents], new Range(line, found.start, line, found.end))
}

/** The provider's text has a part of its own, in which no link runs a command. */
function ownedNumber(here: OwnedHere, { numbering }: KnownNumbers): readonly MarkdownString[] {
  const { owned } = here
  const row = createElementPool().number(owned.accountId, owned.number)
  const leaving = owned.state.kind === 'releasing' || owned.state.kind === 'released'
  const actions: readonly Action[] = [
    [t('Change settings'), commandIds.openSettings],
    [t('Copy'), commandIds.copyNumber],
    [t('Show in tree'), commandIds.showInTree],
    [t('Where is it used?'), commandIds.whereUsed],
    ...(leaving ? [] : [[t('Release…'), commandIds.release] as const]),
  ]
  return [numberCard(here, numbering), actionLinks(actions, row)]
}

function formerNumber(formatted: string): readonly MarkdownString[] {
  const escaped = new MarkdownString().appendText(formatted).value
  const card = new MarkdownString(t('**{0}** is not one of your numbers now.', escaped))
  return [card, actionLinks([[t('Show history'), commandIds.showHistory]])]
}

type Action = readonly [label: string, command: CommandId]

function actionLinks(actions: readonly Action[], ...args: readonly unknown[]): MarkdownString {
  const links = actions.map(([label, command]) => `[${label}](${commandLink(command, ...args)})`)
  const markdown = new MarkdownString(links.join(' · '))
  markdown.isTrusted = { enabledCommands: actions.map(([, command]) => command) }
  return markdown
}
