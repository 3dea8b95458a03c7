import { anonymousText } from '../../core/anonymousText.ts'
import { problemReport } from '../../core/problemReport.ts'
import { findProvider } from '../../providers/registry.ts'
import type { Command, CommandTools } from '../commands/commandTools.ts'
import { openText } from './openText.ts'
import { readChangedSettings, readPersonalWords, readSurroundings, reportAddress } from './reportFacts.ts'

type Tools = Pick<CommandTools, 'inventory' | 'records' | 'recentLog' | 'redact'>

const longestEntry = 1_000

/** Opens a document about this window for a person to complete and send. It sends nothing and asks nobody. */
export function reportProblem(tools: Tools): Command {
  return async () => {
    const accounts = tools.inventory.accounts()
    const personal = readPersonalWords(accounts)
    const report = problemReport({
      accounts,
      surroundings: readSurroundings(),
      providerOf: (id) => findProvider(id)?.label ?? id,
      settings: readChangedSettings(),
      history: await historyOf(tools),
      log: tools.recentLog().map((entry) => entryOf(tools.redact(entry), (text) => anonymousText(text, personal))),
      address: reportAddress(),
    })
    await openText(tools.redact(report), 'markdown')
  }
}

/** The moment of an entry stays: it is made of digits too. */
function entryOf(entry: string, clean: (text: string) => string): string {
  const moment = entry.indexOf(' ')
  const text = clean(entry.slice(moment))
  return entry.slice(0, moment) + (text.length > longestEntry ? `${text.slice(0, longestEntry)}…` : text)
}

async function historyOf({ records }: Tools): Promise<string> {
  try {
    const deeds = await records.load()
    const open = deeds.filter(({ ending }) => ending === undefined).length
    return `${deeds.length} ${deeds.length === 1 ? 'entry' : 'entries'}, ${open} without an outcome`
  } catch (error) {
    return `could not be read (${error instanceof Error ? error.name : 'unknown'})`
  }
}
