import { countryName } from '../../core/country.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import { t } from '../../core/words.ts'
import { formatDay } from '../dates.ts'
import type { PickItem } from '../prompts/prompts.ts'
import { numberDescription } from '../tree/numberText.ts'
import type { TreeElement } from '../tree/treeElements.ts'
import type { CommandTools } from './commandTools.ts'
import { providerLabel } from './targets.ts'

type Tools = Pick<CommandTools, 'inventory' | 'prompts' | 'parts'>

/** The number of the row, or the one a person picks from all lists, which are loaded for that if nobody has yet. */
export async function chooseNumber(
  tools: Tools,
  element: TreeElement | undefined,
  question: { readonly title: string; readonly only?: (owned: OwnedNumber) => boolean },
): Promise<OwnedNumber | undefined> {
  if (element?.kind === 'number') return tools.inventory.find(element.accountId, element.number)
  const numbering = await tools.parts.numbering()
  const items = (): PickItem<OwnedNumber>[] =>
    tools.inventory.accounts().flatMap((entry) => [
      ...entry.numbers
        .filter((owned) => question.only?.(owned) ?? true)
        .map((owned) => ({
          label: numbering.format(owned.number),
          description: numberDescription(owned, formatDay),
          detail: owned.country === undefined ? '' : countryName(owned.country),
          group: `${providerLabel(entry.account.provider)} · ${entry.account.label}`,
          value: owned,
        })),
      ...(entry.status.kind === 'failed'
        ? [{ label: t('{0}: the list could not be loaded', entry.account.label), icon: 'error', value: undefined }]
        : []),
    ])
  const answer = await tools.prompts.pick<OwnedNumber>({
    title: question.title,
    placeholder: t('Which number?'),
    items: async (show, signal) => {
      const update = () => show(items().length > 0 || anyLoading(tools) ? items() : [nothingToChoose])
      const stop = tools.inventory.onDidChange(update)
      signal.addEventListener('abort', stop, { once: true })
      update()
      await loadMissing(tools)
      update()
    },
  })
  return answer.kind === 'answer' ? answer.value : undefined
}

const nothingToChoose: PickItem<OwnedNumber> = {
  label: t('No number to choose from'),
  detail: t('Add an account or rent a number first.'),
  icon: 'info',
  value: undefined,
}

function anyLoading(tools: Tools): boolean {
  return tools.inventory.accounts().some((entry) => entry.refreshing)
}

async function loadMissing(tools: Tools): Promise<void> {
  const missing = tools.inventory.accounts().filter((entry) => entry.status.kind === 'notLoaded')
  await Promise.all(missing.map((entry) => tools.inventory.refresh(entry.account.id)))
}
