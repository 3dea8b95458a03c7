import type { Deed } from '../../core/journal.ts'
import { t } from '../../core/words.ts'
import { formatDay } from '../dates.ts'
import type { TreeElement } from '../tree/treeElements.ts'
import type { CommandTools } from './commandTools.ts'
import { providerLabel } from './targets.ts'

interface DeedQuestion {
  readonly title: string
  /** What to say when there is nothing to choose from. */
  readonly none: string
  readonly among: (deeds: readonly Deed[]) => readonly Deed[]
}

/** The recorded deed of the row, or the one a person picks. */
export async function chooseDeed(
  tools: Pick<CommandTools, 'prompts' | 'parts' | 'records'>,
  element: TreeElement | undefined,
  question: DeedQuestion,
): Promise<Deed | undefined> {
  const deeds = question.among(await tools.records.load())
  if (element?.kind === 'deed') return deeds.find((deed) => deed.intent.id === element.deedId)
  if (deeds.length === 0) {
    await tools.prompts.notify({ severity: 'information', message: question.none, actions: [] })
    return undefined
  }
  const numbering = await tools.parts.numbering()
  const answer = await tools.prompts.pick<Deed>({
    title: question.title,
    placeholder: t('Which number?'),
    items: deeds.map((deed) => ({
      label: numbering.format(deed.intent.number),
      description: `${providerLabel(deed.intent.provider)} · ${deed.intent.account} · ${formatDay(deed.intent.at)}`,
      value: deed,
    })),
  })
  return answer.kind === 'answer' ? answer.value : undefined
}
