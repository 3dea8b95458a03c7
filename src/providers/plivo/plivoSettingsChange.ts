import type { SettingsChange } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess, readAnswer } from '../../http/answers.ts'
import { realPace } from '../../http/pace.ts'
import { type Call, digitsForPath, type PlivoAccount } from './plivoAccount.ts'
import { changedAnswer } from './plivoSchemas.ts'
import { type ReadSettings, readSettings } from './plivoSettings.ts'
import { plivoSettingsError } from './plivoSettingsError.ts'
import { changeNotes, showsChange } from './plivoSettingsNotes.ts'
import { readChange, settingsPatch } from './plivoSettingsPatch.ts'

/** A change that was sent and read again. */
export interface SettledChange {
  readonly read: ReadSettings
  readonly notes: readonly string[]
}

/**
 * Reads the number, sends one request with what was asked for and where the number goes now, and reads again. Undefined when Plivo says
 * that the account does not have the number. Without anything to change nothing is sent.
 */
export async function changeSettings(
  account: PlivoAccount,
  number: E164,
  change: SettingsChange,
  call: Call,
): Promise<SettledChange | undefined> {
  const before = await readSettings(account, number, call)
  if (before === undefined) return undefined
  const asked = readChange(before.declared, change)
  if (Object.keys(asked).length === 0) return { read: before, notes: [] }
  const body = settingsPatch(before.current, asked)
  const answer = await account.post(`Number/${digitsForPath(number, call.operation)}/`, body, call)
  if (!isSuccess(answer)) throw plivoSettingsError(answer, before.declared, asked)
  readAnswer('plivo', answer, changedAnswer)
  const read = await afterAccepted(call, () =>
    readAfterUpdate(
      () => readOwn(account, number, call),
      ({ current }) => showsChange(current, asked),
      (ms) => realPace.wait(ms, call.signal),
    ),
  )
  return { read, notes: changeNotes(before.current, asked, read.current) }
}

/** Milliseconds between the readings. That a number may still show its old settings after 202 is not verified. */
const gapsMs = [300, 900]

/** Reads again until the change shows, at most three times; the last reading is the truth. */
export async function readAfterUpdate<Reading>(
  read: () => Promise<Reading>,
  shows: (reading: Reading) => boolean,
  wait: (ms: number) => Promise<void>,
): Promise<Reading> {
  let reading = await read()
  for (const gap of gapsMs) {
    if (shows(reading)) return reading
    await wait(gap)
    reading = await read()
  }
  return reading
}

async function readOwn(account: PlivoAccount, number: E164, call: Call): Promise<ReadSettings> {
  const read = await readSettings(account, number, call)
  if (read !== undefined) return read
  const detail = t('the number is not in the account any more')
  throw new ProviderError({ kind: 'notFound', provider: 'plivo', operation: call.operation, detail })
}

/** The change was accepted: whatever goes wrong from here on must not read as "nothing was done". */
async function afterAccepted<Reading>(call: Call, read: () => Promise<Reading>): Promise<Reading> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof ProviderError) && !call.signal.aborted) throw error
    const reason = error instanceof ProviderError ? error.message : t('it was cancelled')
    const detail = t('Plivo accepted the change; reading the number again failed ({0})', reason)
    throw new ProviderError(
      { kind: 'unknownOutcome', provider: 'plivo', operation: call.operation, detail },
      { cause: error },
    )
  }
}
