import { createSwitchSet, type SwitchSet } from '../switchSet.ts'

const defaults = {
  inventoryMissing: false,
  inventoryItems: false,
  offersWithoutPrices: false,
  rentCreated: false,
  rentPending: false,
  verificationMissing: false,
  assignKeepsOther: false,
  detachWithBody: false,
  detachTrunkStatus: 0,
  releasedStaysListed: false,
  releaseDetaches: false,
  surpriseFeeCents: 0,
  emptyCancelBody: false,
  wrapSingle: false,
  getNumberMissing: false,
  trunksInData: false,
  voicePaging: false,
  omitPagination: false,
  repeatFirstPage: false,
}

/** The deviations a test or a person can ask for; README.md of this folder says what each one does. */
export type TryvoxSwitches = Readonly<typeof defaults>

export function createTryvoxSwitches(): SwitchSet<TryvoxSwitches> {
  return createSwitchSet('TryVox', defaults)
}
