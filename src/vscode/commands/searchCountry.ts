import { type CountryCode, countryName } from '../../core/country.ts'
import { describeSearch, type LastSearch, readLastSearch } from '../../core/lastSearch.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { language, t } from '../../core/words.ts'
import type { PickItem } from '../prompts/prompts.ts'
import type { Step } from '../prompts/steps.ts'
import type { CommandTools } from './commandTools.ts'
import { type SearchPlace, type SearchState, searchTitle } from './searchState.ts'
import { accountTitle } from './targets.ts'

type Tools = Pick<CommandTools, 'directory' | 'inventory' | 'prompts' | 'lastSearch'>

/** The country, or the whole last search again in one go. */
export function countryStep(tools: Tools, numbering: PhoneNumbering, place: SearchPlace): Step<SearchState> {
  return async (state, position, seen) => {
    const last = readLastSearch(tools.lastSearch.read())
    const again = last === undefined ? undefined : repeat(tools, place, last)
    const active = again !== undefined && seen.repeated ? again : seen.country
    const answer = await tools.prompts.pick<CountryCode | SearchState>({
      title: searchTitle(t('Search numbers'), place),
      placeholder: t('In which country?'),
      position,
      items: [
        ...(last === undefined || again === undefined ? [] : [lastSearchItem(last, again)]),
        ...countryItems(tools, numbering),
        notInTheList,
      ],
      ...(active === undefined ? {} : { active }),
    })
    if (answer.kind !== 'answer') return answer
    const { value } = answer
    return { kind: 'answer', value: typeof value === 'string' ? { ...state, country: value, repeated: false } : value }
  }
}

/** The last search in the accounts of the row, else in those that are still there, else in all. */
function repeat({ directory }: Tools, place: SearchPlace, last: LastSearch): SearchState {
  const same = directory.list().filter(({ id }) => last.accountIds.includes(id))
  const accounts = place.accounts ?? (same.length > 0 ? same : directory.list())
  const { country, type, capabilities, digits } = last
  return { accounts, country, type, capabilities, digits, repeated: true }
}

function lastSearchItem(last: LastSearch, again: SearchState): PickItem<SearchState> {
  return {
    label: t('Last search: {0}', describeSearch(last)),
    detail: (again.accounts ?? []).map(accountTitle).join(', '),
    icon: 'history',
    value: again,
  }
}

function countryItems(tools: Tools, numbering: PhoneNumbering): PickItem<CountryCode>[] {
  const used = new Set(tools.inventory.accounts().flatMap((entry) => entry.numbers.map((owned) => owned.country ?? '')))
  const item = (country: CountryCode, group: string): PickItem<CountryCode> => ({
    label: countryName(country),
    description: `${country} +${numbering.callingCodeOf(country) ?? ''}`,
    group,
    value: country,
  })
  const byName = [...numbering.countries()].sort((a, b) => countryName(a).localeCompare(countryName(b), language()))
  return [
    ...byName.filter((country) => used.has(country)).map((country) => item(country, t('You have numbers here'))),
    ...byName.filter((country) => !used.has(country)).map((country) => item(country, t('All countries'))),
  ]
}

/** Always shown, so that a name that nobody knows does not end in an empty list. */
const notInTheList: PickItem<CountryCode> = {
  label: t('Not found? Type the English name of a country, or its two letters like DE.'),
  icon: 'info',
  value: undefined,
}
