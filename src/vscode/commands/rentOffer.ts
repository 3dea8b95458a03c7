import type { Account } from '../../core/account.ts'
import { rentedText } from '../../core/dealResult.ts'
import { notDone } from '../../core/notDone.ts'
import type { Offer, Quote } from '../../core/offer.ts'
import { alreadyOwnedText, foundOwned, ownedAlready } from '../../core/ownedAlready.ts'
import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import type { ProviderDriver } from '../../core/providerDriver.ts'
import { ProviderError } from '../../core/providerError.ts'
import { type RentOutcome, rentNumber } from '../../core/rentNumber.ts'
import { rentOrder } from '../../core/rentOrder.ts'
import { rentQuestion } from '../../core/rentQuestion.ts'
import { checkSpending } from '../../core/spendingGuard.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import type { CommandTools } from './commandTools.ts'
import { chooseRentOptions, type RentOptions } from './rentOptions.ts'
import { readyDriver } from './targets.ts'
import { tellResult } from './tellResult.ts'

export type RentTools = Pick<
  CommandTools,
  | 'directory'
  | 'inventory'
  | 'drivers'
  | 'parts'
  | 'prompts'
  | 'progress'
  | 'failures'
  | 'reveal'
  | 'pause'
  | 'log'
  | 'records'
  | 'lock'
  | 'now'
  | 'newId'
  | 'readSpendingLimits'
  | 'showHistory'
>

interface Deal {
  readonly account: Account
  readonly definition: ProviderDefinition
  readonly driver: ProviderDriver
  readonly chosen: Offer
  readonly formatted: string
}

/**
 * How a rent ended. `settled`: the number is rented, or nobody knows yet. `left`: it is not, and another one may be chosen. `gone`: the
 * same, and this one is not offered any more.
 */
export type RentEnd = 'settled' | 'left' | 'gone'

/**
 * From a chosen offer to the rented number: options, price asked again, the money question, one request. With `canGoBack` the first
 * question has a Back, which leaves.
 */
export async function rentOffer(
  tools: RentTools,
  chosen: Offer,
  { canGoBack }: { readonly canGoBack: boolean } = { canGoBack: false },
): Promise<RentEnd> {
  const account = tools.directory.find(chosen.accountId)
  const definition = account && findProvider(account.provider)
  if (account === undefined || definition === undefined) return 'left'
  if (chosen.rentable.kind === 'notHere') {
    await tools.prompts.notify({ severity: 'information', message: chosen.rentable.reason, actions: [] })
    return 'left'
  }
  const driver = await readyDriver(tools, account)
  if (driver === undefined) return 'left'
  const formatted = (await tools.parts.numbering()).format(chosen.number)
  const deal: Deal = { account, definition, driver, chosen, formatted }
  if ((await ownedAlready(tools.inventory, account.id, chosen.number)) !== undefined) {
    return await sayOwned(tools, deal)
  }
  const subject = { provider: account.provider, account: account.label, accountId: account.id, number: formatted }
  try {
    const [options] =
      (await chooseRentOptions(tools, [{ definition, driver, title: t('Rent {0}', formatted) }], canGoBack)) ?? []
    if (options === undefined) return 'left'
    const quote = await askAgain(tools, deal)
    if (quote === undefined) return 'left'
    if (quote.kind === 'gone') return await sayGone(tools, deal)
    if (!(await withinLimits(tools, deal, quote))) return 'left'
    if (!(await agreed(tools, deal, quote, options))) return 'left'
    return await rent(tools, deal, quote, options)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    await tools.failures.show(error, subject)
    return error.kind === 'taken' ? 'gone' : 'left'
  }
}

/** Undefined when the person cancelled. */
async function askAgain(tools: RentTools, { driver, chosen, formatted }: Deal): Promise<Quote | undefined> {
  try {
    return await tools.progress.cancellable(t('Checking the price of {0}…', formatted), (signal) =>
      driver.quote(chosen, signal),
    )
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'cancelled') return undefined
    throw error
  }
}

/** What is not offered any more may be ours by now: another window, or another program, was faster. */
async function sayGone(tools: RentTools, deal: Deal): Promise<RentEnd> {
  const { account, chosen, definition, driver } = deal
  const { inventory } = tools
  if (await foundOwned({ driver, inventory }, account, rentOrder(chosen))) return await sayOwned(tools, deal)
  throw new ProviderError({ kind: 'taken', provider: definition.id, operation: 'quote' })
}

async function sayOwned(tools: RentTools, { account, chosen, definition, formatted }: Deal): Promise<RentEnd> {
  await tools.reveal(account.id, chosen.number)
  const message = alreadyOwnedText(formatted, definition.label, account)
  await tellResult(tools, { severity: 'information', message })
  return 'gone'
}

/** The person's own limit comes before the question: what is above it is not even asked. */
async function withinLimits(
  tools: RentTools,
  { chosen, formatted }: Deal,
  quote: Exclude<Quote, { kind: 'gone' }>,
): Promise<boolean> {
  const { price } = quote.kind === 'offered' ? quote.offer : chosen
  const verdict = checkSpending(price, tools.readSpendingLimits())
  if (verdict.kind === 'fine') return true
  const message = t('{0} was not rented. {1}', formatted, verdict.reason)
  await tools.prompts.notify({ severity: 'warning', message, actions: [] })
  return false
}

async function agreed(
  tools: RentTools,
  deal: Deal,
  quote: Exclude<Quote, { kind: 'gone' }>,
  options: RentOptions,
): Promise<boolean> {
  const { definition, account, chosen, formatted } = deal
  return await tools.prompts.confirm(
    rentQuestion({ definition, account, chosen, quote, formatted, options: options.described }),
  )
}

async function rent(
  tools: RentTools,
  deal: Deal,
  quote: Exclude<Quote, { kind: 'gone' }>,
  options: RentOptions,
): Promise<RentEnd> {
  const { account, driver, chosen, formatted, definition } = deal
  const offer = quote.kind === 'offered' ? quote.offer : chosen
  const order = rentOrder(offer, options.values)
  const outcome = await tools.progress.committed(t('Renting {0} from {1}…', formatted, definition.label), (signal) =>
    rentNumber({ ...tools, driver }, { account, offer, order }, signal),
  )
  await tell(tools, deal, offer, outcome)
  return endOf(outcome)
}

function endOf(outcome: RentOutcome): RentEnd {
  switch (outcome.kind) {
    case 'rented':
    case 'unknown':
      return 'settled'
    case 'alreadyOwned':
      return 'gone'
    case 'refused':
      return outcome.error.kind === 'taken' ? 'gone' : 'left'
    case 'alreadyUnderWay':
    case 'earlierUnknown':
    case 'notRecorded':
      return 'left'
    default:
      return outcome satisfies never
  }
}

async function tell(tools: RentTools, deal: Deal, offer: Offer, outcome: RentOutcome): Promise<void> {
  const { account, formatted, definition, chosen } = deal
  const subject = { provider: account.provider, account: account.label, accountId: account.id, number: formatted }
  const warn = (message: string) => tellResult(tools, { severity: 'warning', message })
  switch (outcome.kind) {
    case 'rented': {
      await tools.reveal(account.id, chosen.number)
      const names = { formatted, provider: definition.label, account }
      return await tellResult(tools, {
        severity: 'information',
        message: rentedText(names, offer.price, outcome.receipt),
      })
    }
    case 'alreadyOwned':
      await sayOwned(tools, deal)
      return
    case 'refused':
      return await tools.failures.show(notDone(outcome.error), subject)
    case 'unknown':
      return await tools.failures.show(outcome.error, subject)
    case 'alreadyUnderWay':
      return await warn(t('{0} is being worked on already, perhaps in another window. Nothing was sent.', formatted))
    case 'earlierUnknown':
      return await warn(
        t(
          'An earlier rent of {0} has an unknown outcome, so nothing was sent. Use Check Again on its row before you try once more.',
          formatted,
        ),
      )
    case 'notRecorded':
      return await warn(
        t('{0} was not rented: the record of it could not be written to disk ({1}).', formatted, outcome.reason),
      )
    default:
      return outcome satisfies never
  }
}
