import { createSwitchSet, type SwitchSet } from '../switchSet.ts'

const defaults = {
  plainTextUnauthorized: false,
  clampLimit: false,
  shuffleOrder: false,
  requestsPerWindow: 300,
  driftingSearch: false,
  offersWithoutPrices: false,
  bareApplicationIds: false,
  hidePendingNumbers: false,
  fundsStatus: 400,
  resetApplicationOnUpdate: false,
  keepApplicationOnClear: false,
  staleReads: 0,
}

/** The deviations a test or a person can ask for; README.md of this folder says what each one does. */
export type PlivoSwitches = Readonly<typeof defaults>

export function createPlivoSwitches(): SwitchSet<PlivoSwitches> {
  return createSwitchSet('Plivo', defaults)
}
