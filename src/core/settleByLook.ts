import { type Deed, type Ending, isSettled, type Verb } from './journal.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { ProviderDriver } from './providerDriver.ts'
import { ProviderError } from './providerError.ts'
import { endingOfReceipt, receiptOf, withTakeBack } from './releaseReceipts.ts'
import type { SettleOpenTools } from './settleOpenDeeds.ts'
import { longestLookMs } from './settleRent.ts'
import { t } from './words.ts'

/** Deeds of which the number itself shows what became of them. */
export type LookedAtVerb = Extract<Verb, 'release' | 'cancelRelease'>

/**
 * Settles a release, or taking one back, that an earlier window left open. The number is asked for anew: a list that just arrived may have
 * been read before. What cannot be asked stays open.
 */
export async function settleByLook(
  tools: SettleOpenTools,
  deed: Deed,
  verb: LookedAtVerb,
): Promise<'busy' | 'open' | 'settled'> {
  const { intent } = deed
  const letGo = await tools.lock.hold(intent.provider, intent.number)
  if (letGo === undefined) return 'busy'
  try {
    const current = (await tools.records.load()).find((one) => one.intent.id === intent.id)
    if (current === undefined || isSettled(current)) return 'settled'
    const driver = await tools.driverOf(intent.accountId)
    const seen = driver && (await look(driver, deed))
    if (seen === undefined) return 'open'
    if (seen.now === undefined) tools.inventory.remove(intent.accountId, intent.number)
    else tools.inventory.put(seen.now)
    const ending = verb === 'release' ? releaseEnding(deed, seen.now) : takeBackEnding(seen.now)
    await tools.records.conclude({ id: intent.id, at: tools.now().toISOString(), ...ending })
    return 'settled'
  } finally {
    await letGo()
  }
}

/** Undefined when the provider does not tell. */
async function look(
  driver: ProviderDriver,
  { intent }: Deed,
): Promise<{ readonly now: OwnedNumber | undefined } | undefined> {
  try {
    return { now: await driver.getOwned(intent.number, AbortSignal.timeout(longestLookMs)) }
  } catch (error) {
    if (error instanceof ProviderError) return undefined
    throw error
  }
}

type LookedAtEnding = Omit<Ending, 'id' | 'at'>

function releaseEnding({ intent }: Deed, now: OwnedNumber | undefined): LookedAtEnding {
  const receipt = receiptOf(now)
  const note = noteOf(now)
  if (receipt === undefined) return { outcome: 'refused', note }
  return { ...endingOfReceipt(withTakeBack(receipt, intent.takeBackUntil)), note }
}

function takeBackEnding(now: OwnedNumber | undefined): LookedAtEnding {
  return { outcome: receiptOf(now) === undefined ? 'done' : 'refused', note: noteOf(now) }
}

/** What the account showed after an answer was lost, for the records. */
function noteOf(now: OwnedNumber | undefined): string {
  if (now === undefined) return t('The answer was lost. The account does not have the number.')
  return receiptOf(now) === undefined
    ? t('The answer was lost. The account has the number.')
    : t('The answer was lost. The account says that the number is leaving or released.')
}
