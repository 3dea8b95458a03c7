import type { Account } from '../../core/account.ts'
import { type CountryCode, countryName } from '../../core/country.ts'
import { parseDigitPattern } from '../../core/digitPattern.ts'
import { type Capability, capabilityLabel, type KnownNumberType, numberTypeLabel } from '../../core/numberKind.ts'
import type { DigitPattern, Offer } from '../../core/offer.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { findProvider } from '../../providers/registry.ts'
import type { PickItem } from '../prompts/prompts.ts'
import type { Step } from '../prompts/steps.ts'
import type { CommandTools } from './commandTools.ts'
import { accountItem } from './targets.ts'

/** What the questions of a search collect. */
export interface SearchState {
  readonly accounts: readonly Account[] | undefined
  readonly country: CountryCode | undefined
  readonly type: KnownNumberType | undefined
  readonly capabilities: readonly Capability[]
  readonly digits: DigitPattern | undefined
  /** What was chosen from the list of offers. */
  readonly offers: readonly Offer[]
}

type Tools = Pick<CommandTools, 'directory' | 'inventory' | 'prompts'>

const title = 'Search numbers'

/** Where, country, type, capabilities, digits. What the row already says is not asked. */
export function searchSteps(tools: Tools, numbering: PhoneNumbering, preset: SearchState): Step<SearchState>[] {
  const steps: Step<SearchState>[] = []
  if (preset.accounts === undefined) steps.push(accountStep(tools))
  if (preset.country === undefined) steps.push(countryStep(tools, numbering))
  steps.push(typeStep(tools), capabilityStep(tools), digitsStep(tools))
  return steps
}

function accountStep(tools: Tools): Step<SearchState> {
  return async (state, position) => {
    const all = tools.directory.list()
    const answer = await tools.prompts.pick<readonly Account[]>({
      title,
      placeholder: 'Where to search?',
      position,
      items: [
        { label: 'All accounts', description: `${all.length} accounts`, icon: 'search', value: all },
        ...all.map((account) => ({ ...accountItem(account), value: [account] })),
      ],
    })
    return answer.kind === 'answer' ? { kind: 'answer', value: { ...state, accounts: answer.value } } : answer
  }
}

function countryStep(tools: Tools, numbering: PhoneNumbering): Step<SearchState> {
  return async (state, position) => {
    const used = new Set(
      tools.inventory.accounts().flatMap((entry) => entry.numbers.map((owned) => owned.country ?? '')),
    )
    const item = (country: CountryCode, group: string): PickItem<CountryCode> => ({
      label: countryName(country),
      description: `${country} +${numbering.callingCodeOf(country) ?? ''}`,
      group,
      value: country,
    })
    const byName = [...numbering.countries()].sort((a, b) => countryName(a).localeCompare(countryName(b), 'en'))
    const answer = await tools.prompts.pick<CountryCode>({
      title,
      placeholder: 'In which country?',
      position,
      items: [
        ...byName.filter((country) => used.has(country)).map((country) => item(country, 'You have numbers here')),
        ...byName.filter((country) => !used.has(country)).map((country) => item(country, 'All countries')),
        notInTheList,
      ],
    })
    return answer.kind === 'answer' ? { kind: 'answer', value: { ...state, country: answer.value } } : answer
  }
}

/** Always shown, so that a name that nobody knows does not end in an empty list. */
const notInTheList: PickItem<CountryCode> = {
  label: 'Not found? Type the English name of a country, or its two letters like DE.',
  icon: 'info',
  value: undefined,
}

function typeStep(tools: Tools): Step<SearchState> {
  return async (state, position) => {
    const types = union(state, (features) => features.numberTypes)
    if (types.length === 0) return { kind: 'skip', state }
    const answer = await tools.prompts.pick<{ readonly type: KnownNumberType | undefined }>({
      title,
      placeholder: 'Which type of number?',
      position,
      items: [
        { label: 'Any type', value: { type: undefined } },
        ...types.map((type) => ({ label: capitalised(numberTypeLabel(type)), value: { type } })),
      ],
    })
    return answer.kind === 'answer' ? { kind: 'answer', value: { ...state, ...answer.value } } : answer
  }
}

function capabilityStep(tools: Tools): Step<SearchState> {
  return async (state, position) => {
    const capabilities = union(state, (features) => features.searchCapabilities)
    if (capabilities.length === 0) return { kind: 'skip', state }
    const answer = await tools.prompts.pickMany<Capability>({
      title,
      placeholder: 'What must it be able to do? Choose none for anything',
      position,
      items: capabilities.map((capability) => ({
        label: capitalised(capabilityLabel(capability)),
        picked: state.capabilities.includes(capability),
        value: capability,
      })),
    })
    return answer.kind === 'answer' ? { kind: 'answer', value: { ...state, capabilities: answer.value } } : answer
  }
}

function digitsStep(tools: Tools): Step<SearchState> {
  return async (state, position) => {
    const answer = await tools.prompts.input({
      title,
      prompt: 'Digits after the country code: 312 starts with, *0142 ends with, *55* contains. Empty for any.',
      placeholder: 'Any digits',
      position,
      validate: (text) =>
        parseDigitPattern(text) === 'invalid' ? 'Type digits, with * before or around them, or nothing.' : undefined,
    })
    if (answer.kind !== 'answer') return answer
    const digits = parseDigitPattern(answer.value)
    return { kind: 'answer', value: { ...state, digits: digits === 'invalid' ? undefined : digits } }
  }
}

type Features = NonNullable<ReturnType<typeof findProvider>>['features']

/** What at least one of the asked providers can search by. */
function union<T>(state: SearchState, read: (features: Features) => readonly T[]): T[] {
  const definitions = (state.accounts ?? []).flatMap((account) => findProvider(account.provider) ?? [])
  return [...new Set(definitions.flatMap((definition) => [...read(definition.features)]))]
}

/** "toll-free" becomes "Toll-free"; a name like "iMessage" keeps its own letters. */
function capitalised(text: string): string {
  return text === text.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
