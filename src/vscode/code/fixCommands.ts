import { commands, type Disposable, Range, Uri, WorkspaceEdit, workspace } from 'vscode'
import { writtenLike } from '../../core/code/writtenLike.ts'
import { parseE164 } from '../../core/phoneNumber.ts'
import { t } from '../../core/words.ts'
import { formatDay } from '../dates.ts'
import type { FailureReporter } from '../failureReporter.ts'
import type { Prompts } from '../prompts/prompts.ts'
import { runCommand } from '../runCommand.ts'
import { numberDescription } from '../tree/numberText.ts'
import type { CodeKnowledge } from './codeKnowledge.ts'
import { ignoreNumber } from './codeSettings.ts'
import { numberAt } from './documents.ts'
import { fixCommands, type NumberPlace, replacements } from './numberFixes.ts'

export interface FixTools {
  readonly knowledge: CodeKnowledge
  readonly prompts: Prompts
  readonly failures: FailureReporter
}

/** The commands behind quick fixes. What arrives as an argument is checked, because anybody may run a command. */
export function registerFixCommands(tools: FixTools): Disposable[] {
  const register = (id: string, title: string, work: (place: NumberPlace) => Promise<void>) =>
    commands.registerCommand(id, (argument: unknown) =>
      runCommand(title, tools.failures, async () => {
        const place = readPlace(argument)
        if (place !== undefined) await work(place)
      }),
    )
  return [
    register(fixCommands.ignore, t('Ignore number'), ({ uri, number }) => ignoreNumber(number, Uri.parse(uri, true))),
    register(fixCommands.replace, t('Replace number'), (place) => replaceByChosen(tools, place)),
  ]
}

async function replaceByChosen({ knowledge, prompts }: FixTools, place: NumberPlace): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(place.uri, true))
  const there = await numberAt(knowledge, document, { line: place.line, character: place.start })
  if (there === undefined || there.found.number !== place.number) return
  const { known, found, line } = there
  const { format } = known.numbering
  const answer = await prompts.pick({
    title: t('Replace {0}', format(found.number)),
    placeholder: t('With which number?'),
    items: replacements(known, found.number).map(({ owned, account }) => ({
      label: format(owned.number),
      description: known.place(account),
      detail: numberDescription(owned, formatDay),
      value: owned.number,
    })),
  })
  if (answer.kind !== 'answer') return
  const range = new Range(line, found.start, line, found.end)
  const edit = new WorkspaceEdit()
  edit.replace(
    document.uri,
    range,
    writtenLike(document.getText(range), found.form, { before: found.number, after: answer.value, format }),
  )
  await workspace.applyEdit(edit)
}

function readPlace(argument: unknown): NumberPlace | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined
  const { uri, number, line, start }: Partial<Record<keyof NumberPlace, unknown>> = argument
  const parsed = typeof number === 'string' ? parseE164(number) : undefined
  if (typeof uri !== 'string' || parsed === undefined || typeof line !== 'number' || typeof start !== 'number')
    return undefined
  return { uri, number: parsed, line, start }
}
