import type { Account } from '../../core/account.ts'
import { t } from '../../core/words.ts'
import { runSteps, type Step } from '../prompts/steps.ts'
import type { TreeElement } from '../tree/treeElements.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { type RentFromListTools, rentFromList, type SearchEnd } from './rentFromList.ts'
import type { SearchPlace, SearchState } from './searchState.ts'
import { searchSteps } from './searchSteps.ts'
import { accountOfRow } from './targets.ts'

type Tools = Omit<RentFromListTools, 'numbering'> & Pick<CommandTools, 'parts'>

interface Ended extends SearchState {
  readonly end?: SearchEnd
}

/**
 * Searches offers, in the row's account and country or in what the person chooses, and rents what is picked. The questions are asked once
 * for all accounts.
 */
export function search(tools: Tools): Command {
  return async (element) => {
    if (tools.directory.list().length === 0) return await sayThatThereIsNoAccount(tools)
    const numbering = await tools.parts.numbering()
    let place = placeOf(tools, element)
    for (;;) {
      const initial: SearchState = { ...place, ...anything }
      const offers = offersStep({ ...tools, numbering }, place)
      const ended = await runSteps<Ended>(initial, [...searchSteps(tools, numbering, place), offers])
      if (ended?.end !== 'searchAgain') return
      place = placeOf(tools, undefined)
    }
  }
}

const anything = { type: undefined, capabilities: [], digits: undefined, repeated: false }

function offersStep(tools: RentFromListTools, place: SearchPlace): Step<Ended> {
  return async (state, position) => {
    const { country } = state
    if (country === undefined) return { kind: 'back' }
    const answer = await rentFromList(tools, place, { ...state, country }, position)
    return answer.kind === 'answer' ? { kind: 'answer', value: { ...state, end: answer.value } } : answer
  }
}

/** What needs no question: the row's account and country, or the only account there is. */
function placeOf(tools: Tools, element: TreeElement | undefined): SearchPlace {
  const fromRow = accountsOfRow(tools, element)
  const all = tools.directory.list()
  return {
    accounts: fromRow ?? (all.length === 1 ? all : undefined),
    country: element?.kind === 'country' ? element.country : undefined,
    fromRow: fromRow !== undefined,
  }
}

function accountsOfRow(tools: Tools, element: TreeElement | undefined): readonly Account[] | undefined {
  const account = accountOfRow(tools, element)
  if (account !== undefined) return [account]
  if (element?.kind !== 'provider') return undefined
  return tools.directory.list().filter((one) => one.provider === element.provider)
}

async function sayThatThereIsNoAccount(tools: Tools): Promise<void> {
  await tools.prompts.notify({
    severity: 'information',
    message: t('There is no account to search in yet. Add one with “Phone Numbers: Add Account”, or try the sandbox.'),
    actions: [],
  })
}
