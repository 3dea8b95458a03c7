import { type Grouping, pinKey, type Sorting } from '../../core/viewChoice.ts'
import { t } from '../../core/words.ts'
import type { PickItem } from '../prompts/prompts.ts'
import { chosenNumbers } from './chosenNumbers.ts'
import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'prompts' | 'views'>

/** Asks what the rows are grouped by. */
export function groupNumbers({ prompts, views }: Tools): Command {
  return async () => {
    const { grouping } = views.current()
    const answer = await prompts.pick<Grouping>({
      title: t('Group the numbers'),
      placeholder: t('By what?'),
      items: marked(grouping, [
        { label: t('Provider, then country'), icon: 'broadcast', value: 'provider' },
        { label: t('Country, then account'), icon: 'globe', value: 'country' },
        {
          label: t('Capability'),
          description: t('SMS, voice and their combinations'),
          icon: 'comment',
          value: 'capability',
        },
        { label: t('Assignment'), description: t('where calls and messages go'), icon: 'link', value: 'assignment' },
      ]),
    })
    if (answer.kind === 'answer') await views.change({ grouping: answer.value })
  }
}

/** Asks in which order the rows of a group stand. */
export function sortNumbers({ prompts, views }: Tools): Command {
  return async () => {
    const { sorting } = views.current()
    const answer = await prompts.pick<Sorting>({
      title: t('Sort the numbers'),
      placeholder: t('By what?'),
      items: marked(sorting, [
        { label: t('Number'), icon: 'symbol-number', value: 'number' },
        { label: t('Name'), icon: 'tag', value: 'name' },
        { label: t('Price'), description: t('dearest first, currencies apart'), icon: 'graph', value: 'price' },
        { label: t('Renewal'), description: t('soonest first'), icon: 'calendar', value: 'renewal' },
      ]),
    })
    if (answer.kind === 'answer') await views.change({ sorting: answer.value })
  }
}

type PinTools = Pick<CommandTools, 'inventory' | 'directory' | 'prompts' | 'parts' | 'drivers' | 'views'>

/** Puts numbers on top of the view. */
export function pinNumber(tools: PinTools): Command {
  return async (element, selected) => {
    const chosen = await chosenNumbers(tools, element, selected, t('Pin a number'))
    const keys = chosen.map(({ accountId, number }) => pinKey(accountId, number))
    const { pins } = tools.views.current()
    if (keys.length > 0) await tools.views.change({ pins: [...new Set([...pins, ...keys])] })
  }
}

/** Takes numbers from the top of the view. */
export function unpinNumber(tools: PinTools): Command {
  return async (_element, selected) => {
    const keys = selected.flatMap((row) => (row.kind === 'number' ? [pinKey(row.accountId, row.number)] : []))
    const { pins } = tools.views.current()
    const kept = pins.filter((pin) => !keys.includes(pin))
    if (kept.length < pins.length) await tools.views.change({ pins: kept })
  }
}

/** The choice of now says so. */
function marked<T>(now: T, items: readonly PickItem<T>[]): PickItem<T>[] {
  return items.map((item) =>
    item.value === now ? { ...item, description: [item.description, t('now')].filter(Boolean).join(' · ') } : item,
  )
}
