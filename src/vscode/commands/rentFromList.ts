import type { CountryCode } from '../../core/country.ts'
import { readLastSearch } from '../../core/lastSearch.ts'
import type { Offer } from '../../core/offer.ts'
import type { OfferOrder } from '../../core/offerOrder.ts'
import { createOfferSearch, type OfferSearch } from '../../core/offerSearch.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import type { Answer, StepPosition } from '../prompts/prompts.ts'
import type { CommandTools } from './commandTools.ts'
import { explainNotRentable, whyNotRentable } from './notRentable.ts'
import { createOfferList, type OfferList } from './offerList.ts'
import { type RentEnd, type RentTools, rentOffer } from './rentOffer.ts'
import { rentOffers } from './rentOffers.ts'
import { lastSearchOf, queryOf, type SearchPlace, type SearchState } from './searchState.ts'
import { showHistoryAction } from './tellResult.ts'

export type RentFromListTools = RentTools &
  Pick<CommandTools, 'lastSearch' | 'log'> & { readonly numbering: PhoneNumbering }

/** How a search ended: `done`, or it starts again with the first question. */
export type SearchEnd = 'done' | 'searchAgain'

/**
 * The last step of a search: the offers, and renting what is chosen. Whatever keeps a number from being rented leads back to the list, with
 * what was found and without new requests, but for a number that is gone; Escape there ends the search.
 */
export async function rentFromList(
  tools: RentFromListTools,
  place: SearchPlace,
  state: SearchState & { readonly country: CountryCode },
  position: StepPosition,
): Promise<Answer<SearchEnd>> {
  const accounts = state.accounts ?? []
  const search = createOfferSearch(
    {
      accessTo: tools.drivers.accessTo,
      featuresOf: (provider) => findProvider(provider)?.features,
      log: tools.log,
    },
    accounts,
    queryOf(state, state.country),
  )
  const order = startingOrder(tools, accounts.length)
  const remember = (chosen: OfferOrder) =>
    tools.lastSearch.save({ ...lastSearchOf(state, state.country), order: chosen })
  remember(order)
  try {
    const list = createOfferList(tools, { search, place, country: state.country, order, onOrder: remember })
    return await chooseUntilDone(besideTheList(tools), search, list, position)
  } finally {
    search.close()
  }
}

async function chooseUntilDone(
  tools: RentFromListTools,
  search: OfferSearch,
  list: OfferList,
  position: StepPosition,
): Promise<Answer<SearchEnd>> {
  for (;;) {
    const chosen = await list.choose(position)
    if (chosen.kind !== 'answer') return chosen
    const end = await rentChosen(tools, chosen.value)
    if (end === 'settled') return { kind: 'answer', value: 'done' }
    if (end === 'searchAgain') return { kind: 'answer', value: 'searchAgain' }
    if (end === 'gone') for (const offer of chosen.value) search.withdraw(offer)
  }
}

async function rentChosen(
  tools: RentFromListTools,
  [first, ...more]: readonly Offer[],
): Promise<RentEnd | 'searchAgain'> {
  if (first === undefined) return 'left'
  if (more.length > 0) return await rentOffers(tools, [first, ...more])
  const reason = whyNotRentable(first, tools.readSpendingLimits())
  if (reason === undefined) return await rentOffer(tools, first, { canGoBack: true })
  return (await explainNotRentable(tools, first, reason)) === 'offers' ? 'left' : 'searchAgain'
}

/** The order of the last time; at first prices are compared where there is something to compare. */
function startingOrder({ lastSearch }: RentFromListTools, accounts: number): OfferOrder {
  return readLastSearch(lastSearch.read())?.order ?? (accounts > 1 ? 'monthly' : 'provider')
}

/** Notices stand beside the list: it comes back at once instead of waiting until they are closed. */
function besideTheList(tools: RentFromListTools): RentFromListTools {
  const apart = (notice: Promise<unknown>) => {
    notice.catch((error: unknown) => tools.failures.showUnexpected(t('Search numbers'), error))
  }
  return {
    ...tools,
    prompts: {
      ...tools.prompts,
      async notify(request) {
        const showing = tools.prompts.notify(request)
        apart(showing.then((pressed) => (pressed === showHistoryAction ? tools.showHistory() : undefined)))
        return undefined
      },
    },
    failures: {
      ...tools.failures,
      async show(error, subject) {
        apart(tools.failures.show(error, subject))
      },
    },
  }
}
