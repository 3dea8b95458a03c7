import type { Choice, ProviderDefinition, RentField } from '../../core/providerDefinition.ts'
import type { ProviderDriver } from '../../core/providerDriver.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import type { Answer, PickItem, StepPosition } from '../prompts/prompts.ts'
import { runSteps, type Step } from '../prompts/steps.ts'
import type { CommandTools } from './commandTools.ts'

/** What a person chose for the rent, as sent and in words. */
export interface RentOptions {
  readonly values: Readonly<Record<string, string>>
  readonly described: readonly (readonly [label: string, value: string])[]
}

type Tools = Pick<CommandTools, 'prompts' | 'log'>

interface Chosen {
  readonly label: string
  readonly choice: Choice
}

/** One account to rent from, and what to call the rent: "Rent +1 312 555 0142", "Rent 3 numbers from Plivo with “Production”". */
export interface OptionTarget {
  readonly definition: ProviderDefinition
  readonly driver: ProviderDriver
  readonly title: string
}

/** Chosen choices by field key, one map per target. */
type State = readonly ReadonlyMap<string, Chosen>[]

/**
 * Asks what the providers let a person choose when renting, one target after the other. Undefined = cancelled, or left by the first
 * question's Back.
 */
export async function chooseRentOptions(
  tools: Tools,
  targets: readonly OptionTarget[],
  canLeaveByBack = false,
): Promise<readonly RentOptions[] | undefined> {
  const chosen = await runSteps<State>(
    targets.map(() => new Map()),
    targets.flatMap((target, index) => target.definition.rentFields.map((field) => step(tools, target, index, field))),
    canLeaveByBack,
  )
  return chosen?.map(optionsOf)
}

function step(tools: Tools, target: OptionTarget, index: number, field: RentField): Step<State> {
  return async (state, position) => {
    const answer = await askField(tools, target.driver, field, target.title, position)
    if (answer.kind !== 'answer') return answer
    const own = new Map(state[index]).set(field.key, { label: field.label, choice: answer.value })
    return { kind: 'answer', value: state.with(index, own) }
  }
}

function optionsOf(chosen: ReadonlyMap<string, Chosen>): RentOptions {
  const entries = [...chosen].filter(([, { choice }]) => choice.value !== '')
  return {
    values: Object.fromEntries(entries.map(([key, { choice }]) => [key, choice.value])),
    described: entries.map(([, { label, choice }]) => [label, choice.label]),
  }
}

function askField(
  tools: Tools,
  driver: ProviderDriver,
  field: RentField,
  title: string,
  position: StepPosition,
): Promise<Answer<Choice>> {
  switch (field.kind) {
    case 'text':
      return askText(tools, field, title, position)
    case 'fixedChoice':
      return tools.prompts.pick({
        title,
        position,
        placeholder: `${field.label}. ${field.help}`,
        items: field.choices.map(choiceItem),
      })
    case 'listedChoice':
      return askListed(tools, driver, field, title, position)
    default:
      return field satisfies never
  }
}

async function askText(tools: Tools, field: RentField, title: string, position: StepPosition): Promise<Answer<Choice>> {
  const answer = await tools.prompts.input({
    title,
    position,
    prompt: `${field.label}. ${field.help}`,
    placeholder: t('Leave empty for none'),
  })
  if (answer.kind !== 'answer') return answer
  const value = answer.value.trim()
  return { kind: 'answer', value: { value, label: value } }
}

const providersDefault: Choice = { value: '', label: t('The account’s default') }
const typeAnId: Choice = { value: '\u0000', label: t('Type an ID…') }

/** A list from the provider; when it cannot be had, the id can still be typed. */
async function askListed(
  tools: Tools,
  driver: ProviderDriver,
  field: RentField,
  title: string,
  position: StepPosition,
): Promise<Answer<Choice>> {
  const answer = await tools.prompts.pick<Choice>({
    title,
    position,
    placeholder: `${field.label}. ${field.help}`,
    items: async (show, signal) => {
      const fixed = [providersDefault, typeAnId].map(choiceItem)
      show(fixed)
      try {
        const choices = await driver.listChoices(field.key, signal)
        show([...fixed, ...choices.map((choice) => ({ ...choiceItem(choice), group: field.label }))])
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error
        tools.log.warn(error.message)
        show([...fixed, { label: t('The list could not be loaded'), icon: 'error', value: undefined }])
      }
    },
  })
  if (answer.kind !== 'answer' || answer.value !== typeAnId) return answer
  const typed = await askText(tools, field, title, { ...position, canGoBack: true })
  return typed.kind === 'back' ? await askListed(tools, driver, field, title, position) : typed
}

function choiceItem(choice: Choice): PickItem<Choice> {
  return { label: choice.label, ...(choice.hint === undefined ? {} : { description: choice.hint }), value: choice }
}
