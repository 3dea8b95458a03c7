import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { NumberSettings, SettingsChange } from '../../../src/core/numberSettings.ts'
import type { E164 } from '../../../src/core/phoneNumber.ts'
import { missingValues } from '../../../src/core/settingsCheck.ts'
import { settingsOf } from '../../../src/providers/contiguity/contiguitySettings.ts'
import { settingsFrom as sinchSettings } from '../../../src/providers/sinch/sinchSettings.ts'
import { settingsFrom as tryvoxSettings } from '../../../src/providers/tryvox/tryvoxSettings.ts'
import { e164 } from '../../support/settingsForm/sampleNumbers.ts'

const number: E164 = e164('+13125550142')
const sinch = sinchSettings({ phoneNumber: number, capability: [] }, number)
const tryvox = tryvoxSettings({ trunk: '', application: '' }, number)
const contiguity = settingsOf(number)

const cases: readonly [string, NumberSettings, SettingsChange, readonly string[]][] = [
  ['a Sinch voice app', sinch, { voiceType: 'RTC' }, ['voiceAppId: Enter the app ID.']],
  ['a Sinch trunk', sinch, { voiceType: 'EST' }, ['voiceTrunkId: Enter the trunk ID.']],
  ['a Sinch fax service', sinch, { voiceType: 'FAX' }, ['voiceServiceId: Enter the fax service ID.']],
  ['nothing at Sinch', sinch, { voiceType: null }, []],
  ['a TryVox trunk', tryvox, { route: 'trunk' }, ['trunkId: Choose a SIP trunk or enter its ID.']],
  ['a TryVox application', tryvox, { route: 'application' }, ['applicationId: Enter the application ID.']],
  [
    'selected numbers of Contiguity',
    contiguity,
    { failover: true, failoverMode: 'selective' },
    ['failoverNumbers: Select at least one number.'],
  ],
  [
    'a mode of Contiguity alone',
    contiguity,
    { failoverMode: 'all' },
    ['failover: Choose on or off. Contiguity does not tell what it is now, so it has to be sent with every change.'],
  ],
]

describe('before a change is sent the form asks for all that is needed for', () => {
  for (const [name, { fields, values }, change, problems] of cases)
    it(name, () =>
      assert.deepEqual(
        missingValues(fields, values, change).map(({ field, problem }) => `${field}: ${problem}`),
        problems,
      ),
    )
})
