import type { CountryCode } from '../../core/country.ts'
import { runSteps } from '../prompts/steps.ts'
import type { TreeElement } from '../tree/treeElements.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { pickOffers } from './offerList.ts'
import { type RentTools, rentOffer } from './rentOffer.ts'
import { rentOffers } from './rentOffers.ts'
import { type SearchState, searchSteps } from './searchSteps.ts'
import { accountOfRow } from './targets.ts'

type Tools = RentTools & Pick<CommandTools, 'directory' | 'inventory' | 'drivers' | 'parts' | 'prompts'>

/** Searches offers, in the row's account and country or in what the person chooses, and rents the one that is picked. */
export function search(tools: Tools): Command {
  return async (element) => {
    if (tools.directory.list().length === 0) return await sayThatThereIsNoAccount(tools)
    const initial: SearchState = {
      accounts: presetAccounts(tools, element),
      country: presetCountry(element),
      type: undefined,
      capabilities: [],
      digits: undefined,
      offers: [],
    }
    const numbering = await tools.parts.numbering()
    const found = await runSteps(initial, [
      ...searchSteps(tools, numbering, initial),
      (state, position) => pickOffers({ ...tools, numbering }, state, position),
    ])
    const [first, ...more] = found?.offers ?? []
    if (first === undefined) return
    await (more.length === 0 ? rentOffer(tools, first) : rentOffers(tools, [first, ...more]))
  }
}

function presetAccounts(tools: Tools, element: TreeElement | undefined) {
  const account = accountOfRow(tools, element)
  if (account !== undefined) return [account]
  const accounts = tools.directory.list()
  if (element?.kind === 'provider') return accounts.filter((one) => one.provider === element.provider)
  return accounts.length === 1 ? accounts : undefined
}

function presetCountry(element: TreeElement | undefined): CountryCode | undefined {
  return element?.kind === 'country' ? element.country : undefined
}

async function sayThatThereIsNoAccount(tools: Tools): Promise<void> {
  await tools.prompts.notify({
    severity: 'information',
    message: 'There is no account to search in yet. Add one with “Phone Numbers: Add Account”, or try the sandbox.',
    actions: [],
  })
}
