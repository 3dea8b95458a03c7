import type { BenchCase } from '../benchCase.ts'
import { compareSides } from '../compareSides.ts'
import { sideLabels } from '../listRows.ts'

const owned = 1_000

/** Sinch does not promise which characters its page tokens have. Here they have some that mean something else in a query. */
export const sinchTokens: BenchCase = {
  name: 'sinch tokens',
  async run(tools) {
    const sandbox = await tools.sandbox({ plivo: owned, sinch: owned, tryvox: owned, contiguity: owned })
    await sandbox.setSwitch('sinch', 'reservedInTokens', true)
    await sandbox.setSwitch('sinch', 'maxPageSize', 100)
    const task = { accounts: [sandbox.account('sinch')], pageSize: 100 }
    const sides = [
      { side: 'ours', task },
      { side: 'sinchSdk', task },
    ] as const
    const runs = await compareSides(tools, { sandbox, latencyMs: 0, repeats: 1, sides })
    await sandbox.setSwitch('sinch', 'reservedInTokens', false)
    await sandbox.setSwitch('sinch', 'maxPageSize', 1_000)
    return {
      title: 'Sinch, 1,000 numbers on 10 pages whose tokens need escaping',
      columns: ['side', 'numbers', 'what ended it'],
      rows: runs.map(({ side, numbers, failure }) => [
        sideLabels[side],
        String(numbers),
        failure === undefined ? 'its end' : inShort(failure),
      ]),
      targets: [{ what: 'numbers that we list', measured: runs[0]?.numbers ?? 0, atLeast: owned }],
      figures: runs,
    }
  },
}

/** The package says where and how it asked, over several lines. */
function inShort(failure: string): string {
  return `HTTP ${/status: (\d+)/.exec(failure)?.[1] ?? '?'} on the second page`
}
