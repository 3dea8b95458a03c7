import type { NumberSettings, SettingsChange, SettingsResult } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess } from '../../http/answers.ts'
import { realPace } from '../../http/pace.ts'
import { type Call, numberSegment, type SinchAccount } from './sinchAccount.ts'
import { sinchFailure } from './sinchErrors.ts'
import { findRow, readRowOf } from './sinchOwned.ts'
import { refusedChange } from './sinchRefusals.ts'
import { asksToUnlink, type ChangedNumber, relinkSms } from './sinchRelink.ts'
import type { OwnedRow } from './sinchSchemas.ts'
import { settingsFrom } from './sinchSettings.ts'
import { notesAfter } from './sinchSettingsNotes.ts'
import { type SettingsPatch, settingsPatch } from './sinchSettingsPatch.ts'

/** What can be set on one owned number. Rejects with `notFound` when the project does not have it. */
export async function readSettings(account: SinchAccount, number: E164, call: Call): Promise<NumberSettings> {
  return settingsFrom(await ownedRowOf(account, number, call), number)
}

/** Reads the number, sends what has to be sent, reads it again. Nothing is sent when Sinch has the values already. */
export async function changeSettings(
  account: SinchAccount,
  number: E164,
  change: SettingsChange,
  call: Call,
): Promise<SettingsResult> {
  const row = await ownedRowOf(account, number, call)
  const patch = settingsPatch(row, change)
  if (Object.keys(patch).length === 0) {
    return { settings: settingsFrom(row, number), notes: [t('Nothing was sent: Sinch has these values already.')] }
  }
  const path = `/activeNumbers/${numberSegment(number, call.operation)}`
  const changed: ChangedNumber = {
    read: () => ownedRowOf(account, number, call),
    patch: (body) => account.patch(path, { ...body }, call),
    pause: (ms) => realPace.wait(ms, call.signal),
  }
  return await readAgain(changed, number, await send(changed, number, row, patch, change))
}

interface Sent {
  /** The number in Sinch's answer, where there was one answer. */
  readonly answered?: OwnedRow
  /** What should be true now. */
  readonly expected: SettingsPatch
  readonly notes: readonly string[]
}

async function send(
  changed: ChangedNumber,
  number: E164,
  row: OwnedRow,
  patch: SettingsPatch,
  change: SettingsChange,
): Promise<Sent> {
  const answer = await changed.patch(patch)
  if (isSuccess(answer)) return { answered: readRowOf(answer, number), expected: patch, notes: [] }
  if (!asksToUnlink(answer, row, patch)) throw refusedChange(answer, change)
  const notes = await relinkSms(changed, row, patch, change)
  const { smsConfiguration, ...others } = patch
  return { expected: notes.length > 0 || smsConfiguration === undefined ? others : patch, notes }
}

/** The change is accepted: when the number cannot be read after it, Sinch's answer to the change is what is known. */
async function readAgain(
  changed: ChangedNumber,
  number: E164,
  { answered, expected, notes }: Sent,
): Promise<SettingsResult> {
  try {
    const row = await changed.read()
    return { settings: settingsFrom(row, number), notes: [...notes, ...notesAfter(row, expected)] }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    if (answered === undefined) {
      const facts = {
        ...error.facts,
        kind: 'unknownOutcome' as const,
        detail: t('the change was accepted, the number could not be read after it'),
      }
      throw new ProviderError(facts, { cause: error })
    }
    const told = t('The number could not be read after the change; this is what Sinch answered to it.')
    return { settings: settingsFrom(answered, number), notes: [told, ...notesAfter(answered, expected)] }
  }
}

async function ownedRowOf(account: SinchAccount, number: E164, call: Call): Promise<OwnedRow> {
  const row = await findRow(account, number, call)
  if (row !== undefined) return row
  throw sinchFailure('notFound', call.operation, { detail: t('the project does not have this number') })
}
