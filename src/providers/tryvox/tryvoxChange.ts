import type { NumberSettings, SettingsChange, SettingsResult } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import type { Call, TryvoxAccount } from './tryvoxAccount.ts'
import { tryvoxFailure } from './tryvoxErrors.ts'
import { ownedFrom } from './tryvoxMapping.ts'
import { findRow } from './tryvoxOwned.ts'
import { routedBy, sendRoutingCall } from './tryvoxRouteCalls.ts'
import {
  describeRouting,
  type Routing,
  type RoutingCall,
  routingCalls,
  routingOf,
  type Target,
} from './tryvoxRouting.ts'
import { settingsFrom, targetOf } from './tryvoxSettings.ts'

const detachInDashboard = t('Detaching is not available here; use the TryVox dashboard')

/** Where one owned number goes. Rejects with `notFound` when the account does not have it, or has released it. */
export async function readSettings(account: TryvoxAccount, number: E164, call: Call): Promise<NumberSettings> {
  return settingsFrom(await readRouting(account, number, call), number)
}

/** Sends the calls that lead to the wanted route, each once, and reads the number after each of them. */
export async function changeSettings(
  account: TryvoxAccount,
  number: E164,
  change: SettingsChange,
  call: Call,
): Promise<SettingsResult> {
  const from = await readRouting(account, number, call)
  const to = targetOf(from, change)
  if (routingCalls(from, to).length === 0) {
    return { settings: settingsFrom(from, number), notes: [t('Nothing was sent: TryVox has this routing already.')] }
  }
  const progress = await follow(account, number, from, to, call)
  if (progress.accepted === 0 && routingCalls(progress.routing, to).length > 0) {
    throw tryvoxFailure('invalid', 'settings', { fields: [{ field: 'route', problem: detachInDashboard }] })
  }
  return { settings: settingsFrom(progress.routing, number), notes: notesAt(progress, to) }
}

interface Progress {
  /** As it was read last, or as TryVox answered when it could not be read. */
  readonly routing: Routing
  /** How many calls TryVox accepted. */
  readonly accepted: number
  /** A detach was answered as if the call did not exist. */
  readonly refused: boolean
  /** Why no further call is sent. */
  readonly brokenOff?: string
}

/** Until the route is reached, or every call that leads there was sent once. */
async function follow(account: TryvoxAccount, number: E164, from: Routing, to: Target, call: Call): Promise<Progress> {
  const sent = new Set<RoutingCall>()
  let progress: Progress = { routing: from, accepted: 0, refused: false }
  for (;;) {
    const next = routingCalls(progress.routing, to).find((one) => !sent.has(one))
    if (next === undefined || progress.brokenOff !== undefined) return progress
    sent.add(next)
    progress = await takeStep(account, number, { next, to, before: progress }, call)
  }
}

interface Step {
  readonly next: RoutingCall
  readonly to: Target
  readonly before: Progress
}

/** One call and a look at the number. A failure after something was accepted must not read as if nothing had changed. */
async function takeStep(account: TryvoxAccount, number: E164, step: Step, call: Call): Promise<Progress> {
  const { next, to, before } = step
  let answer: HttpAnswer
  try {
    answer = await sendRoutingCall(account, number, next, to, call)
  } catch (error) {
    if (!(error instanceof ProviderError) || before.accepted === 0 || error.kind === 'unknownOutcome') throw error
    return { ...before, brokenOff: restNotDone(error) }
  }
  const accepted = before.accepted + (isSuccess(answer) ? 1 : 0)
  const refused = before.refused || !isSuccess(answer)
  try {
    return { routing: await readRouting(account, number, call), accepted, refused }
  } catch (error) {
    if (!(error instanceof ProviderError) || accepted === 0) throw error
    const routing = isSuccess(answer) ? routedBy(answer, number) : before.routing
    const detail = t('the change was accepted, the number could not be read after it')
    if (routing === undefined) throw tryvoxFailure('unknownOutcome', 'settings', { detail })
    const brokenOff = t('The number could not be read after the change; this is what TryVox answered to it.')
    return { routing, accepted, refused, brokenOff }
  }
}

function restNotDone({ facts, kind }: ProviderError): string {
  const said = facts.sentence ?? facts.fields?.[0]?.problem
  return said === undefined
    ? t('The rest of the change was not done: {0}.', kind)
    : t('The rest of the change was not done: TryVox says “{0}”.', said.replace(/[.\s]+$/, ''))
}

/** What is not as it was wanted. */
function notesAt({ routing, refused, brokenOff }: Progress, to: Target): readonly string[] {
  const notes = brokenOff === undefined ? [] : [brokenOff]
  if (routingCalls(routing, to).length === 0) return notes
  const told = refused ? [t('Detaching is not available here; use the TryVox dashboard.')] : []
  return [...notes, describeRouting(routing), ...told]
}

async function readRouting(account: TryvoxAccount, number: E164, call: Call): Promise<Routing> {
  const row = await findRow(account, number, {}, call)
  if (row !== undefined && ownedFrom(row, number, account).state.kind !== 'released') return routingOf(row)
  throw tryvoxFailure('notFound', call.operation, { detail: t('the account does not have this number') })
}
