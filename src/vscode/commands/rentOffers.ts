import type { Account } from '../../core/account.ts'
import { type CheckedOffer, type ChosenOffer, checkOffers } from '../../core/checkOffers.ts'
import type { Offer } from '../../core/offer.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { ProviderError } from '../../core/providerError.ts'
import { rentOrder } from '../../core/rentOrder.ts'
import { type AgreedLine, type LineResult, rentSeveral } from '../../core/rentSeveral.ts'
import { countNumbers, leftOutReason, type NotRented, rentSeveralQuestion } from '../../core/rentSeveralQuestion.ts'
import { rentSeveralResult } from '../../core/rentSeveralResult.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import { gatherOffers } from './gatherOffers.ts'
import type { RentEnd, RentTools } from './rentOffer.ts'
import { chooseRentOptions, type RentOptions } from './rentOptions.ts'
import { providerLabel } from './targets.ts'
import { tellResult } from './tellResult.ts'

/** What was chosen for the numbers of one account. */
interface AccountOptions {
  readonly account: Account
  readonly options: RentOptions
}

/** Several offers of one search: options once per account, every price asked again, one question for all, then one rent after the other. */
export async function rentOffers(tools: RentTools, chosen: readonly Offer[]): Promise<RentEnd> {
  const numbering = await tools.parts.numbering()
  const gathered = await gatherOffers(tools, chosen)
  const options = await optionsPerAccount(tools, gathered.items)
  if (options === undefined) return 'left'
  const checked = await askAgain(tools, gathered.items)
  if (checked === undefined) return 'left'
  const ready = checked.filter((one) => one.kind === 'ready')
  const leftOut = [...gathered.notRented, ...checked.flatMap(leftOutLine)]
  if (ready.length === 0) {
    await sayThatNoneIsLeft(tools, numbering, leftOut)
    return 'left'
  }
  const question = rentSeveralQuestion({
    ...{ ready, leftOut, definitionOf, format: numbering.format },
    options: options.map(({ account, options: { described } }) => ({ account, described })),
  })
  if (!(await tools.prompts.confirm(question))) return 'left'
  const results = await rentAll(
    tools,
    ready.map((one) => agreedLine(one, options)),
  )
  await tell(tools, numbering, results)
  return 'settled'
}

/** Choices such as an application belong to an account, so two accounts of one provider are asked apart. Undefined = cancelled. */
async function optionsPerAccount(tools: RentTools, items: readonly ChosenOffer[]) {
  const accounts = items.filter(
    ({ account }, index) => items.findIndex((one) => one.account.id === account.id) === index,
  )
  const options = await chooseRentOptions(
    tools,
    accounts.map(({ account, driver }) => {
      const count = items.filter((one) => one.account.id === account.id).length
      const title = t(
        'Rent {0} from {1} with “{2}”',
        countNumbers(count),
        providerLabel(account.provider),
        account.label,
      )
      return { definition: definitionOf(account), driver, title }
    }),
    true,
  )
  return options?.flatMap((one, index): AccountOptions[] => {
    const account = accounts[index]?.account
    return account === undefined ? [] : [{ account, options: one }]
  })
}

/** Undefined when the person cancelled. */
async function askAgain(tools: RentTools, items: readonly ChosenOffer[]): Promise<readonly CheckedOffer[] | undefined> {
  const limits = tools.readSpendingLimits()
  try {
    return await tools.progress.stepped(t('Checking {0} prices…', items.length), (say, signal) =>
      checkOffers(
        items,
        {
          limits,
          inventory: tools.inventory,
          onAnswer: (count) => say(t('Checked {0} of {1} prices…', count, items.length)),
        },
        signal,
      ),
    )
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'cancelled') return undefined
    throw error
  }
}

function agreedLine(
  { item, quote }: Extract<CheckedOffer, { kind: 'ready' }>,
  options: readonly AccountOptions[],
): AgreedLine {
  const { account, driver, chosen } = item
  const offer = quote.kind === 'offered' ? quote.offer : chosen
  const values = options.find((one) => one.account.id === account.id)?.options.values ?? {}
  return { account, driver, offer, order: rentOrder(offer, values) }
}

async function rentAll(tools: RentTools, lines: readonly AgreedLine[]): Promise<readonly LineResult[]> {
  return await tools.progress.stepped(t('Renting…'), (say, signal) => {
    signal.addEventListener('abort', () => say(t('Finishing this number, then stopping…')), { once: true })
    return rentSeveral(tools, lines, (index) => say(t('Renting {0} of {1}…', index + 1, lines.length)), signal)
  })
}

async function tell(tools: RentTools, numbering: PhoneNumbering, results: readonly LineResult[]): Promise<void> {
  for (const { line, outcome } of results) {
    if (outcome.kind === 'broken') tools.log.error(`Renting ${line.order.number}: ${stackOf(outcome.error)}`)
  }
  const first = results.find(({ outcome }) => outcome.kind === 'rented')?.line
  if (first !== undefined) await tools.reveal(first.account.id, first.order.number)
  const providerOf = (account: Account) => providerLabel(account.provider)
  await tellResult(tools, rentSeveralResult(results, { providerOf, format: numbering.format }))
}

function leftOutLine(checked: CheckedOffer): NotRented[] {
  if (checked.kind === 'ready') return []
  const { account, chosen } = checked.item
  return [{ number: chosen.number, reason: leftOutReason(checked.why, providerLabel(account.provider)) }]
}

async function sayThatNoneIsLeft(tools: RentTools, { format }: PhoneNumbering, leftOut: readonly NotRented[]) {
  const reasons = leftOut.map(({ number, reason }) => `${format(number)} (${reason})`).join('; ')
  await tellResult(tools, { severity: 'warning', message: t('Nothing was rented. {0}.', reasons) })
}

function definitionOf(account: Account): ProviderDefinition {
  const definition = findProvider(account.provider)
  if (definition === undefined) throw new Error(`Offers of ${account.provider} were let through without its definition`)
  return definition
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : typeof error
}
