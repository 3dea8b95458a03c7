import { countryName } from '../../core/country.ts'
import { type FilterChoices, filterChoices } from '../../core/filterChoices.ts'
import { finishInSlices } from '../../core/inSlices.ts'
import { isFiltering, type NumberFilter, noFilter } from '../../core/numberFilter.ts'
import { capabilityLabel, numberTypeLabel } from '../../core/numberKind.ts'
import { stateLabel } from '../../core/ownedNumber.ts'
import { language, t } from '../../core/words.ts'
import type { PickItem } from '../prompts/prompts.ts'
import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'inventory' | 'prompts' | 'parts' | 'views' | 'breathe'>

/** One box of the list. */
type Facet =
  | { readonly of: 'countries' | 'types' | 'capabilities' | 'states'; readonly value: string }
  | { readonly of: 'unassigned' | 'expiring' }

const title = t('Filter the numbers')

/** Asks for words and values; nothing changes before the last answer. */
export function filterNumbers(tools: Tools): Command {
  return async () => {
    const { filter } = tools.views.current()
    const choices = await choicesOf(tools)
    let { text } = filter
    for (;;) {
      const words = await tools.prompts.input({
        ...{ title, value: text, position: { step: 1, totalSteps: 2, canGoBack: false } },
        prompt: t('Words in number, name, routing, country, account or provider; empty for all'),
        placeholder: '555 support',
      })
      if (words.kind !== 'answer') return
      text = words.value.trim()
      const boxes = await tools.prompts.pickMany<Facet>({
        ...{ title, position: { step: 2, totalSteps: 2, canGoBack: true } },
        placeholder: t('What the numbers have; nothing for all'),
        items: boxesOf(choices, filter),
      })
      if (boxes.kind === 'cancelled') return
      if (boxes.kind === 'answer') return await tools.views.change({ filter: filterFrom(text, boxes.value) })
    }
  }
}

/** Shows all numbers again. */
export function clearFilter({ views }: Pick<CommandTools, 'views'>): Command {
  return async () => {
    if (isFiltering(views.current().filter)) await views.change({ filter: noFilter })
  }
}

async function choicesOf({ inventory, parts, breathe }: Tools): Promise<FilterChoices> {
  const numbering = await parts.numbering()
  const numbers = inventory.accounts().flatMap((entry) => entry.numbers)
  const countryOf = (owned: (typeof numbers)[number]) => owned.country ?? numbering.countryOf(owned.number)
  return await finishInSlices(filterChoices(numbers, { countryOf }), { now: () => performance.now(), pause: breathe })
}

function boxesOf(choices: FilterChoices, filter: NumberFilter): PickItem<Facet>[] {
  const { countries, types, capabilities, states } = choices
  const box = (facet: Facet, group: string, label: string, count?: number): PickItem<Facet> => ({
    ...{ label, group, value: facet },
    ...(count === undefined ? {} : { description: count.toLocaleString(language()) }),
    picked: isChosen(filter, facet),
  })
  const all = (
    of: keyof FilterChoices,
    group: string,
    label: (value: string) => string,
    counts: ReadonlyMap<string, number>,
  ) =>
    // What was chosen before stays on the list, also when no number has it any more.
    [...new Set([...counts.keys(), ...filter[of]])]
      .map((value) => box({ of, value }, group, label(value), counts.get(value) ?? 0))
      .sort((a, b) => (of === 'countries' ? compareNames(a.label, b.label) : a.label < b.label ? -1 : 1))
  return [
    box({ of: 'unassigned' }, t('Needs a look'), t('Unassigned')),
    box({ of: 'expiring' }, t('Needs a look'), t('Expiring within 30 days')),
    ...all('countries', t('Country'), (code) => (code === '' ? t('Unknown country') : countryName(code)), countries),
    ...all('types', t('Type'), (type) => (type === '' ? t('unknown type') : numberTypeLabel(type)), types),
    ...all('capabilities', t('Can do all of'), capabilityLabel, capabilities),
    ...all('states', t('State'), stateLabel, states),
  ]
}

/** Countries stand in alphabetical order as the language has it: "Österreich" is not behind "Zypern". */
function compareNames(a: string, b: string): number {
  return a.localeCompare(b, language())
}

function isChosen(filter: NumberFilter, facet: Facet): boolean {
  return 'value' in facet ? filter[facet.of].includes(facet.value) : filter[facet.of]
}

function filterFrom(text: string, facets: readonly Facet[]): NumberFilter {
  const valuesOf = (of: keyof FilterChoices) =>
    facets.flatMap((facet) => ('value' in facet && facet.of === of ? [facet.value] : []))
  return {
    text,
    countries: valuesOf('countries'),
    types: valuesOf('types'),
    capabilities: valuesOf('capabilities'),
    states: valuesOf('states'),
    unassigned: facets.some(({ of }) => of === 'unassigned'),
    expiring: facets.some(({ of }) => of === 'expiring'),
  }
}
