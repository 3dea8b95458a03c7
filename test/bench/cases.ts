import type { BenchCase } from './benchCase.ts'
import { allAtOnce } from './cases/allAtOnce.ts'
import { codeCost } from './cases/codeCost.ts'
import { contiguityList } from './cases/contiguityList.ts'
import { plivoList } from './cases/plivoList.ts'
import { plivoLongList } from './cases/plivoLongList.ts'
import { sinchList } from './cases/sinchList.ts'
import { sinchTokens } from './cases/sinchTokens.ts'
import { startCost } from './cases/startCost.ts'
import { treeScale } from './cases/treeScale.ts'
import { tryvoxList } from './cases/tryvoxList.ts'

/** Everything that is measured, in the order in which it runs. */
export const cases: readonly BenchCase[] = [
  startCost,
  codeCost,
  plivoList,
  plivoLongList,
  sinchList,
  sinchTokens,
  tryvoxList,
  contiguityList,
  allAtOnce,
  treeScale,
]
