import { countryName } from '../../core/country.ts'
import type { Offer } from '../../core/offer.ts'
import type { OfferOrder } from '../../core/offerOrder.ts'
import type { AskAgain, OfferSearch } from '../../core/offerSearch.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { SpendingLimits } from '../../core/spendingGuard.ts'
import { t } from '../../core/words.ts'
import type { Answer, ItemSource, PickItem, StepPosition } from '../prompts/prompts.ts'
import type { CommandTools } from './commandTools.ts'
import { type OfferLine, offerLines } from './offerLines.ts'
import { chooseOrder, sortedNow } from './offerOrderChoice.ts'
import { type SearchPlace, searchTitle } from './searchState.ts'

export type OfferListTools = Pick<CommandTools, 'prompts'> & {
  readonly numbering: PhoneNumbering
  readonly readSpendingLimits: () => SpendingLimits
}

/** One open list of offers: what it shows, and where the person is in it. */
export interface OfferList {
  /** Offers that were chosen. The list can be opened again: it is as it was left. */
  choose(position: StepPosition): Promise<Answer<readonly Offer[]>>
}

export interface OfferListOptions {
  readonly search: OfferSearch
  readonly place: SearchPlace
  readonly country: string
  readonly order: OfferOrder
  readonly onOrder: (order: OfferOrder) => void
}

/** The most numbers of one question: more of them could not be read before agreeing. */
const mostAtOnce = 20

const several = { action: 'several' } as const
const sort = { action: 'sort' } as const
type Action = typeof several | typeof sort
type Chosen = Offer | AskAgain | Action

/** The list of offers: one of them, or several through the same list with check boxes, in an order of the person's choice. */
export function createOfferList(tools: OfferListTools, options: OfferListOptions): OfferList {
  const { search, country } = options
  let { order } = options
  let picked: readonly Offer[] = []
  let active: Offer | undefined
  let typed = ''
  const subject = t('Numbers to rent')
  const title = searchTitle(subject, options.place)
  const titled = { title: title === subject ? `${title}: ${countryName(country)}` : title }
  const lines = () =>
    offerLines(search.accounts(), { numbering: tools.numbering, limits: tools.readSpendingLimits(), order })

  const chooseOne = (position: StepPosition) =>
    tools.prompts.pick<Chosen>({
      ...titled,
      placeholder: t('Choose a number to rent. You are asked before any money is spent'),
      position,
      items: following(search, () => withActions(lines(), order)),
      ...(active === undefined ? { typed } : { typed, active }),
      onDidType: (text) => {
        typed = text
      },
      actsOn(value) {
        if (!('accountId' in value) || 'rentable' in value) return false
        search.askAgain(value)
        return true
      },
    })
  const chooseSeveral = (position: StepPosition) =>
    tools.prompts.pickMany<Offer>({
      ...titled,
      placeholder: t('Choose up to {0} numbers. You are asked before any money is spent', mostAtOnce),
      position: { ...position, canGoBack: true },
      items: following(search, () => withBoxes(lines(), picked)),
      onDidSelect: (offers) => {
        picked = offers
      },
      problem: (offers) =>
        offers.length > mostAtOnce ? t('Choose at most {0} numbers at once', mostAtOnce) : undefined,
    })
  return {
    async choose(position) {
      for (;;) {
        const one = await chooseOne(position)
        if (one.kind !== 'answer') return one
        if (isOffer(one.value)) {
          active = one.value
          return { kind: 'answer', value: [one.value] }
        }
        // What was typed led to an action, not to an offer.
        typed = ''
        if (one.value === sort) {
          order = (await chooseOrder(tools, order)) ?? order
          options.onOrder(order)
        } else {
          const many = await chooseSeveral(position)
          if (many.kind === 'cancelled') return many
          if (many.kind === 'answer' && many.value.length > 0) return many
        }
      }
    },
  }
}

/** Shows the lines again whenever an account answered, for as long as the list is open. */
function following<T>(search: OfferSearch, lines: () => readonly PickItem<T>[]): ItemSource<T> {
  return async (show, signal) => {
    const update = () => show(lines())
    signal.addEventListener('abort', search.onDidChange(update), { once: true })
    update()
    await search.settled()
  }
}

/** What can be done with the whole list stands above it, once there is something to compare or to choose from. */
function withActions(lines: readonly OfferLine[], order: OfferOrder): PickItem<Chosen>[] {
  const rentable = lines.filter(isRentable).length
  const offers = lines.filter(({ value }) => isOffer(value)).length
  return [
    ...(rentable > 1 ? [{ label: t('Choose several…'), icon: 'checklist', value: several }] : []),
    ...(offers > 1
      ? [{ label: t('Sort by…'), description: sortedNow[order], icon: 'sort-precedence', value: sort }]
      : []),
    ...lines,
  ]
}

/** Only what can be rented from here has a box; everything else is only said. */
function withBoxes(lines: readonly OfferLine[], picked: readonly Offer[]): PickItem<Offer>[] {
  return lines.flatMap((line): PickItem<Offer>[] => {
    const { value } = line
    if (!isOffer(value)) return [{ ...line, value: undefined }]
    return isRentable(line) ? [{ ...line, value, picked: picked.includes(value) }] : []
  })
}

function isRentable({ value }: OfferLine): boolean {
  return isOffer(value) && value.rentable.kind === 'direct'
}

function isOffer(value: Chosen | undefined): value is Offer {
  return value !== undefined && 'rentable' in value
}
