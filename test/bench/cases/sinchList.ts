import { thousandNumbers } from '../thousandNumbers.ts'

/** A token, then one page of the largest size, which the SDK is told to ask for too. */
export const sinchList = thousandNumbers({
  ...{ provider: 'sinch', label: 'Sinch', peer: 'sinchSdk', peerTask: { pageSize: 1_000 } },
  plan: { inTurn: 2, together: 0 },
  repeats: () => 5,
  targets: (ours, theirs) => [{ what: 'time of the SDK at 100 ms', measured: ours.wallMs / theirs.wallMs, atMost: 1 }],
})
