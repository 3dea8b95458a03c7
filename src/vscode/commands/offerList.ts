import { countryName } from '../../core/country.ts'
import type { Offer, OfferQuery } from '../../core/offer.ts'
import type { Answer, ItemSource, PickItem, StepPosition } from '../prompts/prompts.ts'
import type { CommandTools } from './commandTools.ts'
import { createOfferSearch, type OfferSearchTools } from './offerSearch.ts'
import type { SearchState } from './searchSteps.ts'

type Tools = OfferSearchTools & Pick<CommandTools, 'prompts'>

/** The most numbers of one question: more of them could not be read before agreeing. */
const mostAtOnce = 20

/** The list of offers: one of them, or several through the same list with check boxes. Going back and forth asks nothing twice. */
export async function pickOffers(
  tools: Tools,
  state: SearchState,
  position: StepPosition,
): Promise<Answer<SearchState>> {
  const { country, accounts = [] } = state
  if (country === undefined) return { kind: 'back' }
  const search = createOfferSearch(tools, accounts, queryOf(state, country))
  const title = `Numbers to rent: ${countryName(country)}`
  let picked: readonly Offer[] = []
  for (;;) {
    const one = await tools.prompts.pick<Offer | typeof several>({
      title,
      placeholder: 'Choose a number to rent. You are asked before any money is spent',
      position,
      items: withSeveral(search),
    })
    if (one.kind !== 'answer') return one
    if (one.value !== several) return { kind: 'answer', value: { ...state, offers: [one.value] } }
    const many = await tools.prompts.pickMany<Offer>({
      title,
      placeholder: `Choose up to ${mostAtOnce} numbers. You are asked before any money is spent`,
      position: { ...position, canGoBack: true },
      items: withBoxes(search, () => picked),
      onDidSelect: (offers) => {
        picked = offers
      },
      problem: (offers) => (offers.length > mostAtOnce ? `Choose at most ${mostAtOnce} numbers at once.` : undefined),
    })
    if (many.kind === 'cancelled') return many
    if (many.kind === 'answer' && many.value.length > 0)
      return { kind: 'answer', value: { ...state, offers: many.value } }
  }
}

const several = 'several'

function queryOf({ type, capabilities, digits }: SearchState, country: string): OfferQuery {
  return {
    country,
    capabilities,
    ...(type === undefined ? {} : { type }),
    ...(digits === undefined ? {} : { digits }),
  }
}

/** The way to the check boxes comes first, once there is something to choose from. */
function withSeveral(search: ItemSource<Offer>): ItemSource<Offer | typeof several> {
  const first: PickItem<typeof several> = { label: 'Choose several…', icon: 'checklist', value: several }
  return (show, signal) =>
    search((items) => show(items.filter(isRentable).length > 1 ? [first, ...items] : items), signal)
}

/** Only what can be rented from here has a box. */
function withBoxes(search: ItemSource<Offer>, picked: () => readonly Offer[]): ItemSource<Offer> {
  return (show, signal) =>
    search((items) => {
      const boxes = items.filter((item) => item.value === undefined || isRentable(item))
      show(boxes.map((item) => ({ ...item, picked: item.value !== undefined && picked().includes(item.value) })))
    }, signal)
}

function isRentable({ value }: PickItem<Offer>): boolean {
  return value?.rentable.kind === 'direct'
}
