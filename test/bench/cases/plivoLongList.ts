import type { BenchCase } from '../benchCase.ts'
import { compareSides } from '../compareSides.ts'
import { listColumns, listRow } from '../listRows.ts'
import { shortestList } from '../shortestList.ts'
import { plivoPlan } from './plivoList.ts'

const owned = 10_000
const latencyMs = 100

/** Ten thousand numbers at Plivo are more requests than its rate lets through at once. The SDK runs once: it takes a minute. */
export const plivoLongList: BenchCase = {
  name: 'plivo long list',
  async run(tools) {
    const sandbox = await tools.sandbox({ plivo: owned })
    const task = { accounts: [sandbox.account('plivo')] }
    const [ours] = await compareSides(tools, { sandbox, latencyMs, repeats: 3, sides: [{ side: 'ours', task }] })
    const [theirs] = await compareSides(tools, { sandbox, latencyMs, repeats: 1, sides: [{ side: 'plivoSdk', task }] })
    if (ours === undefined || theirs === undefined) throw new Error('Nothing was measured')
    const limitMs = shortestList(plivoPlan(owned), latencyMs)
    return {
      title: 'Plivo, 10,000 numbers',
      columns: listColumns,
      rows: [ours, theirs].map((run) => listRow(run, limitMs)),
      targets: [
        { what: 'times the limit', measured: ours.wallMs / limitMs, atMost: 1.3 },
        { what: 'answers with 429', measured: ours.tooMany, atMost: 0 },
        { what: 'requests at once', measured: ours.mostAtOnce, atMost: 16 },
      ],
      figures: [ours, theirs],
    }
  },
}
