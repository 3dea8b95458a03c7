import type { Account } from '../../core/account.ts'
import { describeFailure } from '../../core/failureText.ts'
import { capabilityLabel, capabilityLabels, numberTypeLabel } from '../../core/numberKind.ts'
import type { Offer, OfferQuery } from '../../core/offer.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { describeMoney, describePrice, shortPrice } from '../../core/price.ts'
import { ProviderError } from '../../core/providerError.ts'
import { findProvider } from '../../providers/registry.ts'
import type { ItemSource, PickItem } from '../prompts/prompts.ts'
import { kindIcon } from '../tree/numberText.ts'
import type { CommandTools } from './commandTools.ts'
import { providerLabel } from './targets.ts'

const noneAtAll = 'No numbers match. Go back to widen the search.'
const noneOfThose = 'None of the first offers match, and there are more. Go back and add a type or first digits.'

export type OfferSearchTools = Pick<CommandTools, 'drivers' | 'log'> & { readonly numbering: PhoneNumbering }

/**
 * The offers of one query as lines of a list: each account's appear as they come, its failure is a line. What was found is kept, so that
 * the list can be opened again without asking again.
 */
export function createOfferSearch(
  tools: OfferSearchTools,
  accounts: readonly Account[],
  query: OfferQuery,
): ItemSource<Offer> {
  const found = new Map<string, readonly PickItem<Offer>[]>()
  return async (show, signal) => {
    const update = () =>
      show(offersFirst(accounts.map((one) => found.get(one.id) ?? [line(one, 'Searching…', 'loading~spin')])).flat())
    update()
    const missing = accounts.filter((one) => !found.has(one.id))
    await Promise.all(
      missing.map(async (account) => {
        const items = await ask(tools, account, query, signal)
        if (signal.aborted) return
        found.set(account.id, items)
        update()
      }),
    )
  }
}

/** What can be chosen comes before what is only said. */
function offersFirst(sections: readonly (readonly PickItem<Offer>[])[]): (readonly PickItem<Offer>[])[] {
  const hasOffers = (section: readonly PickItem<Offer>[]) => section.some(({ value }) => value !== undefined)
  return [...sections.filter(hasOffers), ...sections.filter((section) => !hasOffers(section))]
}

async function ask(
  tools: OfferSearchTools,
  account: Account,
  query: OfferQuery,
  signal: AbortSignal,
): Promise<PickItem<Offer>[]> {
  const unable = cannotSearchBy(account, query)
  if (unable !== undefined) return [line(account, unable, 'info')]
  const access = await tools.drivers.accessTo(account)
  if (access.kind !== 'ready') return [line(account, 'Not asked: sign in again or see the account’s row.', 'key')]
  try {
    const { offers, more } = await access.driver.searchOffers(query, signal)
    if (offers.length === 0) return [line(account, more ? noneOfThose : noneAtAll, 'info')]
    const items = offers.map((offer) => offerItem(tools.numbering, account, offer))
    if (!more) return items
    const ellipsis = line(account, 'There are more. Add digits or a type to see others.', 'ellipsis')
    return [...items, { ...ellipsis, filtered: true }]
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    tools.log.warn(error.message)
    const names = { provider: providerLabel(account.provider), account: account.label }
    return [line(account, describeFailure(error, names).message, 'error')]
  }
}

/** A provider that cannot tell what is asked would give wrong numbers: it is left out, with a word. */
function cannotSearchBy(account: Account, query: OfferQuery): string | undefined {
  const features = findProvider(account.provider)?.features
  if (features === undefined) return 'This version does not know the provider.'
  if (query.type !== undefined && !features.numberTypes.includes(query.type)) {
    return `Left out: ${providerLabel(account.provider)} does not know the type “${numberTypeLabel(query.type)}”.`
  }
  const missing = query.capabilities.find((capability) => !features.searchCapabilities.includes(capability))
  if (missing === undefined) return undefined
  return `Left out: ${providerLabel(account.provider)} has no numbers with ${capabilityLabel(missing)}.`
}

function line(account: Account, text: string, icon: string): PickItem<Offer> {
  return { label: text, icon, group: sectionTitle(account), value: undefined }
}

function sectionTitle(account: Account): string {
  const provider = providerLabel(account.provider)
  return account.sandbox ? `${provider} · sandbox` : `${provider} · ${account.label}`
}

function offerItem(numbering: PhoneNumbering, account: Account, offer: Offer): PickItem<Offer> {
  const traits = [
    offer.type === undefined ? undefined : numberTypeLabel(offer.type),
    offer.capabilities.length === 0 ? 'capabilities unknown' : capabilityLabels(offer.capabilities).join(', '),
    offer.area,
    offer.rentable.kind === 'direct' ? undefined : 'cannot be rented from here',
    offer.requirements.length > 0 ? 'has requirements' : undefined,
  ].filter((part) => part !== undefined && part !== '')
  return {
    label: numbering.format(offer.number),
    description: priceText(offer),
    detail: traits.join(' · '),
    icon: offer.rentable.kind === 'direct' ? kindIcon(offer) : 'circle-slash',
    group: sectionTitle(account),
    value: offer,
  }
}

/** "USD 0.50/mo, set-up USD 1.00"; what is not known is said once. */
function priceText({ price, setup }: Offer): string {
  if (price.kind === 'unknown' && setup.kind === 'unknown') return 'price unknown'
  const once = setup.kind === 'once' ? describeMoney(setup.money) : describePrice(setup)
  return `${shortPrice(price)}, set-up ${once}`
}
