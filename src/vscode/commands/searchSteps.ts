import type { Account } from '../../core/account.ts'
import type { CountryCode } from '../../core/country.ts'
import { adviseOnDigits, type DialledBefore } from '../../core/digitAdvice.ts'
import { parseDigitPattern, writeDigitPattern } from '../../core/digitPattern.ts'
import { type Capability, capabilityLabel, type KnownNumberType, numberTypeLabel } from '../../core/numberKind.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import type { Step } from '../prompts/steps.ts'
import type { CommandTools } from './commandTools.ts'
import { countryStep } from './searchCountry.ts'
import { type SearchPlace, type SearchState, searchTitle } from './searchState.ts'
import { accountItem } from './targets.ts'

type Tools = Pick<CommandTools, 'directory' | 'inventory' | 'prompts' | 'lastSearch'>

/** Country, accounts, type, capabilities, digits, each once for all accounts. What the row already says is not asked. */
export function searchSteps(tools: Tools, numbering: PhoneNumbering, place: SearchPlace): Step<SearchState>[] {
  const title = searchTitle(t('Search numbers'), place)
  const steps = [typeStep(tools, title), capabilityStep(tools, title), digitsStep(tools, title, numbering)]
  if (place.accounts === undefined) steps.unshift(accountStep(tools, title))
  const asked = steps.map(unlessRepeated)
  return place.country === undefined ? [countryStep(tools, numbering, place), ...asked] : asked
}

function unlessRepeated(step: Step<SearchState>): Step<SearchState> {
  return async (state, position, seen) => (state.repeated ? { kind: 'skip', state } : await step(state, position, seen))
}

function accountStep(tools: Tools, title: string): Step<SearchState> {
  return async (state, position, seen) => {
    const chosen = seen.accounts?.map(({ id }) => id)
    const answer = await tools.prompts.pickMany<Account>({
      title,
      placeholder: t('In which accounts?'),
      position,
      items: tools.directory
        .list()
        .map((account) => ({ ...accountItem(account), picked: chosen === undefined || chosen.includes(account.id) })),
      problem: (accounts) => (accounts.length === 0 ? t('Choose at least one account') : undefined),
    })
    return answer.kind === 'answer' ? { kind: 'answer', value: { ...state, accounts: answer.value } } : answer
  }
}

interface TypeChoice {
  readonly type: KnownNumberType | undefined
}

function typeStep(tools: Tools, title: string): Step<SearchState> {
  return async (state, position, seen) => {
    const types = union(state, (features) => features.numberTypes)
    if (types.length === 0) return { kind: 'skip', state: { ...state, type: undefined } }
    const choices: readonly TypeChoice[] = [{ type: undefined }, ...types.map((type) => ({ type }))]
    const before = choices.find(({ type }) => type !== undefined && type === seen.type)
    const answer = await tools.prompts.pick<TypeChoice>({
      title,
      placeholder: t('Which type of number?'),
      position,
      items: choices.map((value) => ({
        label: value.type === undefined ? t('Any type') : capitalised(numberTypeLabel(value.type)),
        value,
      })),
      ...(before === undefined ? {} : { active: before }),
    })
    return answer.kind === 'answer' ? { kind: 'answer', value: { ...state, ...answer.value } } : answer
  }
}

function capabilityStep(tools: Tools, title: string): Step<SearchState> {
  return async (state, position, seen) => {
    const capabilities = union(state, (features) => features.searchCapabilities)
    if (capabilities.length === 0) return { kind: 'skip', state: { ...state, capabilities: [] } }
    const answer = await tools.prompts.pickMany<Capability>({
      title,
      placeholder: t('What must it be able to do? Choose none for anything'),
      position,
      items: capabilities.map((capability) => ({
        label: capitalised(capabilityLabel(capability)),
        picked: seen.capabilities.includes(capability),
        value: capability,
      })),
    })
    return answer.kind === 'answer' ? { kind: 'answer', value: { ...state, capabilities: answer.value } } : answer
  }
}

function digitsStep(tools: Tools, title: string, numbering: PhoneNumbering): Step<SearchState> {
  return async (state, position, seen) => {
    const before = dialledBefore(numbering, state.country)
    const advice = (text: string) => adviseOnDigits(text, before)
    const answer = await tools.prompts.input({
      title,
      prompt: digitsPrompt(before),
      placeholder: t('Any digits'),
      position,
      ...(seen.digits === undefined ? {} : { value: writeDigitPattern(seen.digits) }),
      remark: (text) => advice(text)?.text,
      validate: (text) => problemIn(advice(text)),
    })
    if (answer.kind !== 'answer') return answer
    const digits = parseDigitPattern(answer.value)
    return { kind: 'answer', value: { ...state, digits: digits === 'invalid' ? undefined : digits } }
  }
}

function digitsPrompt({ callingCode }: DialledBefore): string {
  return callingCode === undefined
    ? t('Digits without the country code: 312 starts with, *0142 ends with, *55* contains. Empty for any.')
    : t('Digits after +{0}: 312 starts with, *0142 ends with, *55* contains. Empty for any.', callingCode)
}

function problemIn(advice: ReturnType<typeof adviseOnDigits>): string | undefined {
  return advice?.kind === 'problem' ? advice.text : undefined
}

function dialledBefore(numbering: PhoneNumbering, country: CountryCode | undefined): DialledBefore {
  if (country === undefined) return { callingCode: undefined, trunkPrefix: undefined }
  return { callingCode: numbering.callingCodeOf(country), trunkPrefix: numbering.trunkPrefixOf(country) }
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
