import type { Account } from './account.ts'
import { failureNote, lostAnswerNote } from './failureNote.ts'
import type { Ending } from './journal.ts'
import type { NumberSettings, SettingsChange, SettingsResult } from './numberSettings.ts'
import type { E164 } from './phoneNumber.ts'
import { ProviderError } from './providerError.ts'
import type { RentTools } from './rentNumber.ts'
import { differences, showsChange, showsNothingOf } from './settingsCompare.ts'
import { longestLookMs } from './settleRent.ts'
import { t } from './words.ts'
import { type NotStarted, onDisk, reasonOf, workOnNumber } from './workOnNumber.ts'

/** How a confirmed change of settings ended. */
export type SettingsOutcome =
  | { readonly kind: 'done'; readonly result: SettingsResult }
  /** The number is not any more as the person saw it; nothing was sent. */
  | { readonly kind: 'changedMeanwhile'; readonly now: NumberSettings }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly error: ProviderError }
  /** The answer was lost; asked several times, the provider shows the old values. */
  | { readonly kind: 'unchanged'; readonly error: ProviderError; readonly now: NumberSettings }
  /** The answer was lost and reading the number again did not tell. `now` is what could be read. */
  | { readonly kind: 'unknown'; readonly error: ProviderError; readonly now?: NumberSettings }
  | NotStarted

export type SettingsTools = RentTools

/** What the person agreed to. */
export interface AgreedChange {
  readonly account: Account
  readonly number: E164
  readonly change: SettingsChange
  /** The settings as they were shown. */
  readonly seen: NumberSettings
  /** The change in words, for the history. */
  readonly words: readonly string[]
}

/**
 * Changes what the person confirmed. The number is read first: one that is not as it was shown gets nothing. The intent is on disk before
 * the driver sends anything, and it sends once; when the answer is lost, the number is read until it tells.
 */
export async function changeSettings(
  tools: SettingsTools,
  agreed: AgreedChange,
  signal: AbortSignal,
): Promise<SettingsOutcome> {
  const { account, number } = agreed
  const work = { provider: account.provider, accountId: account.id, number, activity: 'changingSettings' } as const
  const outcome = await workOnNumber(tools, work, () => changeOnce(tools, agreed, signal))
  if (outcome.kind === 'done') await showRow(tools, agreed)
  return outcome
}

async function changeOnce(tools: SettingsTools, agreed: AgreedChange, signal: AbortSignal): Promise<SettingsOutcome> {
  const { account, number, change, seen } = agreed
  try {
    const now = await tools.driver.readSettings(number, signal)
    if (differences(seen, now).length > 0) return { kind: 'changedMeanwhile', now }
  } catch (error) {
    if (error instanceof ProviderError) return { kind: 'refused', error }
    throw error
  }
  const id = tools.newId()
  const { country } = tools.inventory.find(account.id, number) ?? {}
  const written = await onDisk(() =>
    tools.records.intend({
      ...{ id, verb: 'changeSettings', provider: account.provider, accountId: account.id, account: account.label },
      ...{ sandbox: account.sandbox, number, at: tools.now().toISOString(), changes: agreed.words },
      ...(country === undefined ? {} : { country }),
    }),
  )
  if (written.kind === 'notRecorded') return written
  const outcome = await send(tools, number, change, seen, signal)
  await conclude(tools, { id, at: tools.now().toISOString(), ...endingOf(outcome) })
  return outcome
}

type SendOutcome = Extract<SettingsOutcome, { kind: 'done' | 'refused' | 'unchanged' | 'unknown' }>

async function send(
  tools: SettingsTools,
  number: E164,
  change: SettingsChange,
  seen: NumberSettings,
  signal: AbortSignal,
): Promise<SendOutcome> {
  try {
    return { kind: 'done', result: await tools.driver.changeSettings(number, change, signal) }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    if (error.kind !== 'unknownOutcome') return { kind: 'refused', error }
    return await settle(tools, number, change, seen, error)
  }
}

/** Milliseconds before each look at a number whose change got no answer. */
const gapsMs = [500, 2_000, 5_000]

const foundNote = t('The answer was lost. Reading the number again shows the change.')

/** The answer is lost: what the number shows decides. "Nothing was changed" is believed only from the last look. */
async function settle(
  tools: SettingsTools,
  number: E164,
  change: SettingsChange,
  seen: NumberSettings,
  error: ProviderError,
): Promise<SendOutcome> {
  let now: NumberSettings | undefined
  for (const gap of gapsMs) {
    await tools.pause(gap, new AbortController().signal)
    now = await look(tools, number)
    if (now !== undefined && showsChange(now, change))
      return { kind: 'done', result: { settings: now, notes: [foundNote] } }
  }
  if (now === undefined) return { kind: 'unknown', error }
  return { kind: showsNothingOf(change, seen, now) ? 'unchanged' : 'unknown', error, now }
}

async function look(tools: SettingsTools, number: E164): Promise<NumberSettings | undefined> {
  try {
    return await tools.driver.readSettings(number, AbortSignal.timeout(longestLookMs))
  } catch (error) {
    if (error instanceof ProviderError) return undefined
    throw error
  }
}

function endingOf(outcome: SendOutcome): Omit<Ending, 'id' | 'at'> {
  if (outcome.kind === 'done') {
    const { notes } = outcome.result
    return { outcome: 'done', ...(notes.length === 0 ? {} : { note: notes.join(' ') }) }
  }
  const { requestId } = outcome.error.facts
  if (outcome.kind === 'unchanged') {
    return {
      outcome: 'refused',
      note: lostAnswerNote(outcome.error, t('Reading the number again shows the old values.')),
    }
  }
  return {
    ...{ outcome: outcome.kind, note: failureNote(outcome.error) },
    ...(requestId === undefined ? {} : { requestId }),
  }
}

async function conclude(tools: SettingsTools, ending: Ending): Promise<void> {
  const written = await onDisk(() => tools.records.conclude(ending))
  if (written.kind === 'notRecorded') {
    tools.log.error(`The end of a change of settings could not be written down: ${written.reason}`)
  }
}

/** Names and routes are part of the row. The change is done, whatever comes of reading the row again. */
async function showRow({ inventory, log }: SettingsTools, { account, number }: AgreedChange): Promise<void> {
  try {
    await inventory.refreshNumber(account.id, number, AbortSignal.timeout(longestLookMs))
  } catch (error) {
    log.warn(`The row of a number whose settings changed could not be read again: ${reasonOf(error)}`)
  }
}
