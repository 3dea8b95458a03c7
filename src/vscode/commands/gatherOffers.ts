import type { ChosenOffer } from '../../core/checkOffers.ts'
import type { Offer } from '../../core/offer.ts'
import type { NotRented } from '../../core/rentSeveralQuestion.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import type { CommandTools } from './commandTools.ts'
import { notReadyText } from './targets.ts'

type Tools = Pick<CommandTools, 'directory' | 'drivers'>

export interface GatheredOffers {
  readonly items: readonly ChosenOffer[]
  readonly notRented: readonly NotRented[]
}

/** The offers with the way to their accounts. What cannot be rented from here is named, and no number is taken twice. */
export async function gatherOffers(tools: Tools, chosen: readonly Offer[]): Promise<GatheredOffers> {
  const items: ChosenOffer[] = []
  const notRented: NotRented[] = []
  for (const offer of chosen) {
    const found = await gather(tools, offer, items)
    if (typeof found === 'string') notRented.push({ number: offer.number, reason: found })
    else items.push(found)
  }
  return { items, notRented }
}

/** The offer with its account and driver, or why it cannot be rented. */
async function gather(tools: Tools, offer: Offer, before: readonly ChosenOffer[]): Promise<ChosenOffer | string> {
  const account = tools.directory.find(offer.accountId)
  if (account === undefined || findProvider(account.provider) === undefined) return t('its account is gone')
  if (offer.rentable.kind === 'notHere') return offer.rentable.reason
  const twin = before.find((one) => one.account.provider === account.provider && one.chosen.number === offer.number)
  if (twin !== undefined) return t('chosen already with “{0}”', twin.account.label)
  const access = await tools.drivers.accessTo(account)
  return access.kind === 'ready'
    ? { account, driver: access.driver, chosen: offer }
    : notReadyText(access.kind, account)
}
