import { createSwitchSet, type SwitchSet } from '../switchSet.ts'

const defaults = {
  defaultPageSize: 20,
  maxPageSize: 1000,
  rejectLargePageSize: false,
  duplicateRows: 0,
  hiddenRows: 0,
  emptyPage: 0,
  loopingToken: false,
  pageTokenDies: 0,
  reservedInTokens: false,
  defaultSearchSize: 20,
  maxSearchSize: 1000,
  shuffleSearch: false,
  tokenLifetimeSeconds: 3599,
  trialAccount: false,
  provisioningStepSeconds: 5,
  smsErrorCodes: [] as readonly string[],
  voiceProvisioningFails: false,
  requireUnlink: false,
  scheduleUnlink: false,
  keepVoiceOnUnlink: false,
  omitNulls: false,
}

/** The deviations that a test or a person can ask for; README.md of this folder says what each one does. */
export type SinchSwitches = Readonly<typeof defaults>

export function createSinchSwitches(): SwitchSet<SinchSwitches> {
  return createSwitchSet<SinchSwitches>('Sinch', defaults)
}
