import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { describeFailure } from '../../../src/core/failureText.ts'
import { isSettled } from '../../../src/core/journal.ts'
import type { Subject } from '../rules/openBench.ts'
import { type Deal, type DealOutcome, dealsOf } from './deals.ts'
import type { FaultColumn } from './faultColumns.ts'
import { type Desk, openDesk } from './moneyDesk.ts'
import { allowedMoney, isBelievedGone, type MoneyManner } from './moneyTable.ts'
import type { Cell } from './printMatrix.ts'
import type { Verdict } from './verdicts.ts'

const limitMs = 30_000

/** Renting, releasing and taking a release back at one provider, each while one thing goes wrong. */
export async function moneyCells(
  t: TestContext,
  subject: Subject,
  column: FaultColumn,
  manner: MoneyManner,
): Promise<readonly Cell[]> {
  const desk = await openDesk(t, subject, column)
  await desk.inventory.refresh(desk.account.id)
  const cells: Cell[] = []
  for (const prepare of dealsOf(desk)) cells.push(await moneyCell(desk, await prepare(desk), manner))
  await desk.checkFiles()
  desk.told.check()
  return cells
}

async function moneyCell(desk: Desk, deal: Deal, manner: MoneyManner): Promise<Cell> {
  const { subject, column, sandbox } = desk
  const place = `${deal.operation} at ${subject.id}, ${column.name}, ${manner}`
  const { operation, route } = deal
  const before = await desk.money(route)
  await script(desk, deal, manner)
  const started = performance.now()
  const outcome = await deal.carryOut()
  assert.ok(performance.now() - started < limitMs, `${place} took too long`)
  const verdict = verdictOf(outcome, column, place)
  const allowed = allowedMoney(operation, subject.id, column, manner)
  assert.ok(allowed.includes(verdict), `${place} came to ${verdict}; allowed: ${allowed.join(', ')}`)
  if (!isBelievedGone(operation, column, manner)) await agreesNow(desk, deal, outcome, place)
  await sandbox.clearFaults()
  await agreesLater(desk, deal, isBelievedGone(operation, column, manner), place)
  const after = await desk.money(route)
  const money = after.route - before.route
  assert.equal(money, column.answer === 'notSent' ? 0 : 1, `${place}: requests`)
  assert.ok(after.all - before.all <= 1, `${place}: requests about money`)
  return { operation, provider: subject.id, manner, column: column.name, money, verdict }
}

/** The deal's own request goes wrong once; blind, everything else is refused as well. */
async function script({ sandbox, subject, column }: Desk, { route }: Deal, manner: MoneyManner): Promise<void> {
  const provider = subject.id
  const effect = column.effect?.(subject.witness)
  if (effect !== undefined) await sandbox.fault({ ...effect, provider, route, times: 1 })
  if (manner === 'blind') await sandbox.fault({ kind: 'status', status: 401, provider, route: '*', times: 0 })
}

function verdictOf({ kind, error }: DealOutcome, column: FaultColumn, place: string): Verdict {
  if (kind === 'done') return 'ok'
  if (kind === 'unknown') return 'unknown'
  assert.ok(kind === 'refused' && error !== undefined, `${place} ended as ${kind}`)
  return column.answer === 'lost' ? 'notDone' : error.kind
}

/** World, inventory and journal say the same as the outcome, before anything is asked again. */
async function agreesNow(desk: Desk, { operation, number }: Deal, outcome: DealOutcome, place: string): Promise<void> {
  const { inventory, account, records, told } = desk
  told.add(outcome)
  told.add(inventory.accounts())
  if (outcome.error !== undefined) {
    const names = { provider: 'Provider', account: 'Production', number }
    told.add(describeFailure(outcome.error, names).message)
  }
  assert.equal(inventory.account(account.id)?.activities.size, 0, `${place}: still marked as being worked on`)
  const deed = records.deeds().at(-1)
  assert.equal(deed?.intent.number, number)
  assert.equal(deed?.intent.verb, operation)
  assert.equal(deed?.ending?.outcome, outcome.kind, `${place}: the journal`)
  if (outcome.kind === 'unknown') return
  const row = inventory.find(account.id, number)
  const shown =
    (row !== undefined && row.state.kind !== 'releasing' && row.state.kind !== 'released') ||
    (outcome.kind === 'done' && operation !== 'release' && (await saysThatItIsNotWhole(desk)))
  const ours = (await desk.stateOf(number)) === 'owned'
  const expected = operation === 'release' ? outcome.kind !== 'done' : outcome.kind === 'done'
  assert.deepEqual({ shown, ours }, { shown: expected, ours: expected }, `${place}: inventory and world`)
}

/** The row of a number that is ours could not be read: then the list must say that something is missing. */
async function saysThatItIsNotWhole({ inventory, account }: Desk): Promise<boolean> {
  await inventory.refresh(account.id)
  return inventory.account(account.id)?.status.kind === 'incomplete'
}

/** Once the provider can be asked again, everything is settled without another request about money. */
async function agreesLater(desk: Desk, { operation, number }: Deal, believed: boolean, place: string): Promise<void> {
  const { inventory, account, records } = desk
  await inventory.refresh(account.id)
  await desk.settled()
  const view = inventory.account(account.id)
  assert.equal(view?.status.kind, 'complete', place)
  const known = (view?.numbers ?? []).filter(({ state }) => state.kind !== 'released').map((owned) => owned.number)
  assert.deepEqual(known.toSorted(), await desk.held(), `${place}: a number was lost or doubled`)
  const deed = records.deeds().at(-1)
  assert.ok(deed !== undefined && isSettled(deed))
  const ours = (await desk.stateOf(number)) === 'owned'
  const happened = operation === 'release' ? !ours : ours
  if (!believed) assert.equal(deed.ending?.outcome, happened ? 'done' : 'refused', `${place}: the journal in the end`)
}
