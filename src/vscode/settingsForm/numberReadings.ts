import type { SettingsNews } from '../../contract/settingsView.ts'
import type { SettingsTools } from '../../core/changeSettings.ts'
import { inParallel } from '../../core/inParallel.ts'
import type { NumberSettings } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { t } from '../../core/words.ts'

/** The settings of the form's numbers as they were read last. */
export interface Readings {
  readonly settings: readonly NumberSettings[]
  /** Numbers whose settings could not be read, and why. */
  readonly leftOut: readonly { readonly number: E164; readonly error: unknown }[]
}

const atOnce = 4

/** Reads every number; one that cannot be read is left out and named. Rejects when none could be read. */
export async function readNumbers(
  { driver }: Pick<SettingsTools, 'driver'>,
  numbers: readonly E164[],
  signal: AbortSignal,
): Promise<Readings> {
  const settings: NumberSettings[] = []
  const leftOut: { number: E164; error: unknown }[] = []
  const outcomes = await inParallel(numbers, atOnce, async (number) => {
    try {
      return { number, settings: await driver.readSettings(number, signal) }
    } catch (error) {
      return { number, error }
    }
  })
  for (const outcome of outcomes) {
    if (outcome.settings !== undefined) settings.push(outcome.settings)
    else leftOut.push({ number: outcome.number, error: outcome.error })
  }
  if (settings.length === 0) throw leftOut[0]?.error
  return { settings, leftOut }
}

/** The same readings with newer ones in their places. */
export function withNewer(readings: Readings, newer: readonly NumberSettings[]): Readings {
  const settings = readings.settings.map((old) => newer.find((one) => one.number === old.number) ?? old)
  return { ...readings, settings }
}

/** The numbers on which a provider worked before and does not any more, or with another result. */
export function settledSince(before: Readings, now: Readings): E164[] {
  const states = ({ settings }: Readings, number: E164) =>
    JSON.stringify(settings.find((one) => one.number === number)?.provisioning ?? [])
  return now.settings.map(({ number }) => number).filter((number) => states(before, number) !== states(now, number))
}

/** What to say once a provider ended all that it worked on; undefined while it works, and when it did not. */
export function newsSince(before: Readings, now: Readings, provider: string): SettingsNews | undefined {
  if (!isProvisioning(before) || isProvisioning(now)) return undefined
  return now.settings.some(({ provisioning }) => provisioning.length > 0)
    ? { tone: 'failed', text: t('{0} could not make the change. The note at the settings says why.', provider) }
    : { tone: 'done', text: t('{0} has made the change.', provider) }
}

/** True while a provider works on one of the numbers. */
export function isProvisioning({ settings }: Readings): boolean {
  return settings.some(({ provisioning }) => provisioning.some(({ status }) => status !== 'failed'))
}
