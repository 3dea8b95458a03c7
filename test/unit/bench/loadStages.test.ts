import assert from 'node:assert/strict'
import { join } from 'node:path'
import { it } from 'node:test'
import { runProcess } from '../../../scripts/runProcess.mjs'
import { type LoadedStage, startStages } from '../../bench/start/startStages.ts'
import { repository } from '../../support/sourceTree/readSourceTree.ts'

it('The bench loads the bundles of every stage without an editor', async () => {
  const program = join(repository, 'test/bench/start/loadStages.ts')
  const output = await runProcess(process.execPath, [program, join(repository, 'dist')], { limitMs: 30_000 })
  const loaded: readonly LoadedStage[] = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '')
  assert.deepEqual(
    loaded.map(({ stage }) => stage),
    Object.keys(startStages),
  )
})
