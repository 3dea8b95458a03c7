import { thousandNumbers } from '../thousandNumbers.ts'

/** At Contiguity the list comes whole. */
export const contiguityList = thousandNumbers({
  ...{ provider: 'contiguity', label: 'Contiguity', peer: 'contiguitySdk' },
  plan: { inTurn: 1, together: 0 },
  repeats: () => 3,
})
