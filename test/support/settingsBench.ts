import assert from 'node:assert/strict'
import type { NumberSettings, SettingsChange } from '../../src/core/numberSettings.ts'
import type { OwnedNumber } from '../../src/core/ownedNumber.ts'
import type { ProviderId } from '../../src/providers/registry.ts'
import { connectDriver } from './connectDriver.ts'
import { collectOwned, failureOf, noCancel } from './sandboxDriver.ts'
import { startSandbox, type TestScope } from './startSandbox.ts'
import { worldChanges } from './worldChanges.ts'

export type WorldRow = Readonly<Record<string, unknown>>

/**
 * A sandbox, a driver, and one owned number whose settings are tried. `numberOf` finds the number of a row in the world's `owned`; in
 * what changed in the world, the number's own row is called `it`.
 */
export async function openSettings(
  scope: TestScope,
  provider: ProviderId,
  pick: (owned: OwnedNumber) => boolean,
  numberOf: (row: WorldRow) => unknown,
) {
  const sandbox = await startSandbox(scope)
  const driver = connectDriver(scope, sandbox, provider)
  const owned = (await collectOwned(driver)).numbers.find(pick)
  assert.ok(owned)
  const { number } = owned
  const rows = async (): Promise<Readonly<Record<string, WorldRow>>> => {
    const { owned: all } = await sandbox.world<{ owned: readonly WorldRow[] }>(provider)
    return Object.fromEntries(all.map((row) => [numberOf(row) === number ? 'it' : numberOf(row), row]))
  }
  /** What the work took and did: the requests by route, and everything that is different in the world. */
  const watching = async <Result>(work: () => Promise<Result>) => {
    const before = await rows()
    await sandbox.resetCounters()
    const result = await work()
    const { routes } = await sandbox.counters(provider)
    return { result, routes, world: worldChanges(before, await rows()) }
  }
  const change = async (wish: SettingsChange) => {
    const { result, ...effects } = await watching(() => driver.changeSettings(number, wish, noCancel()))
    return { ...result, ...effects }
  }
  const refusal = async (wish: SettingsChange) => {
    const { result, ...effects } = await watching(() => failureOf(driver.changeSettings(number, wish, noCancel())))
    return { facts: result.facts, ...effects }
  }
  const read = () => driver.readSettings(number, noCancel())
  return { sandbox, driver, number, rows, read, change, refusal }
}

/** Today's values by key; undefined where the provider does not tell. */
export function settingValues({ values }: NumberSettings): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, known]) => [key, known.kind === 'known' ? known.value : undefined]),
  )
}
