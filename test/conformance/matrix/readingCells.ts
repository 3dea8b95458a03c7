import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import { ProviderError } from '../../../src/core/providerError.ts'
import { connectDriver } from '../../support/connectDriver.ts'
import { collectOwned, noCancel } from '../../support/sandboxDriver.ts'
import { startSandbox, type TestSandbox } from '../../support/startSandbox.ts'
import { localUs, type Subject } from '../rules/openBench.ts'
import { type FaultColumn, patienceMs } from './faultColumns.ts'
import type { Cell } from './printMatrix.ts'
import { createKeptList, meaningOf, type Reading, readingsOf, type Topic } from './readings.ts'
import { allowedReadings, type ReadingManner } from './readingTable.ts'
import { createTold, type Told } from './secrets.ts'
import type { Verdict } from './verdicts.ts'

const limitMs = 30_000
const nobody = 'http://127.0.0.1:1'

interface Scene {
  readonly subject: Subject
  readonly column: FaultColumn
  readonly sandbox: TestSandbox
  readonly told: Told
  readonly topic: Topic
  /** Answers without a time limit that matters. */
  readonly patient: ProviderDriver
  /** For each reading its answer without a fault, and whether anything was sent for it. */
  readonly healthy: ReadonlyMap<string, { readonly answer: unknown; readonly asks: boolean }>
  /** A driver as the cells use it; a new one knows no access token yet. */
  connect(): ProviderDriver
}

/** All readings of one provider while one thing goes wrong. */
export async function readingCells(
  t: TestContext,
  subject: Subject,
  column: FaultColumn,
  manner: ReadingManner,
): Promise<readonly Cell[]> {
  const scene = await openScene(t, subject, column)
  const driver = column.slow || column.effect === undefined ? scene.connect() : scene.patient
  const readings = readingsOf(subject.definition)
  const cells: Cell[] = []
  if (manner === 'lasting') {
    await script(scene, 0)
    cells.push(...(await Promise.all(readings.map((reading) => readingCell(scene, reading, driver, manner)))))
  } else {
    for (const reading of readings) {
      if (scene.healthy.get(reading.operation)?.asks === true) await script(scene, 1)
      cells.push(await readingCell(scene, reading, driver, manner))
      assert.ok(
        (await scene.sandbox.faults()).every(({ finished }) => finished),
        'the fault did not happen',
      )
    }
  }
  scene.told.check()
  assert.ok(Object.values((await scene.sandbox.counters(subject.id)).money).every((count) => count === 0))
  return cells
}

async function readingCell(scene: Scene, reading: Reading, warm: ProviderDriver, manner: ReadingManner): Promise<Cell> {
  const { subject, column, told } = scene
  const { operation } = reading
  const healthy = scene.healthy.get(reading.operation)
  assert.ok(healthy !== undefined)
  const started = performance.now()
  const verdict = await verdictOf(scene, reading, operation === 'verify' ? scene.connect() : warm, healthy.answer)
  const place = `${operation} at ${subject.id}, ${column.name}, ${manner}`
  assert.ok(performance.now() - started < limitMs, `${place} took too long`)
  const cell = { operation, provider: subject.id, manner, column: column.name, money: 0 }
  if (!healthy.asks) {
    assert.equal(verdict, 'ok', place)
    return { ...cell, verdict: 'silent' }
  }
  const allowed = allowedReadings(operation, subject.id, column, manner)
  assert.ok(allowed.includes(verdict), `${place} came to ${verdict}; allowed: ${allowed.join(', ')}`)
  told.add(verdict)
  return { ...cell, verdict }
}

async function verdictOf(scene: Scene, reading: Reading, driver: ProviderDriver, healthy: unknown): Promise<Verdict> {
  try {
    const answer = await reading.ask(driver, scene.topic)
    scene.told.add(answer)
    return meaningOf(reading.operation, answer, healthy)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    scene.told.add(error)
    assert.equal(error.facts.provider, scene.subject.id)
    return error.kind
  }
}

/** Everything goes wrong, so many times. */
async function script({ sandbox, subject, column }: Scene, times: number): Promise<void> {
  const effect = column.effect?.(subject.witness)
  if (effect !== undefined) await sandbox.fault({ ...effect, provider: subject.id, route: '*', times })
}

async function openScene(t: TestContext, subject: Subject, column: FaultColumn): Promise<Scene> {
  const sandbox = await startSandbox(t)
  const told = createTold(sandbox, subject)
  const patient = connectDriver(t, sandbox, subject.id, { log: told.log, timeouts: { read: 20_000 } })
  const differences = {
    log: told.log,
    timeouts: { read: column.slow ? patienceMs.read : 20_000 },
    ...(column.effect === undefined ? { endpoints: { api: nobody, auth: nobody } } : {}),
  }
  const topic: Topic = {
    definition: subject.definition,
    list: createKeptList(),
    ...(await findSubjects(patient, subject)),
  }
  const answers: [string, { answer: unknown; asks: boolean }][] = []
  for (const reading of readingsOf(subject.definition)) {
    const before = (await sandbox.counters(subject.id)).total
    const answer = await reading.ask(patient, topic)
    answers.push([reading.operation, { answer, asks: (await sandbox.counters(subject.id)).total > before }])
  }
  return {
    ...{ subject, column, sandbox, told, topic, patient },
    healthy: new Map(answers),
    connect: () => connectDriver(t, sandbox, subject.id, differences),
  }
}

async function findSubjects(driver: ProviderDriver, { definition }: Subject): Promise<Pick<Topic, 'owned' | 'offer'>> {
  const { numbers } = await collectOwned(driver)
  const { offers } = await driver.searchOffers(localUs(definition), noCancel())
  const [owned, offer] = [numbers.find(({ state }) => state.kind === 'active'), offers[0]]
  assert.ok(owned !== undefined && offer !== undefined)
  return { owned, offer }
}
