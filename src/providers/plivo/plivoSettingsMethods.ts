import type { ProviderDriver } from '../../core/providerDriver.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import type { PlivoAccount } from './plivoAccount.ts'
import type { PendingRents } from './plivoPending.ts'
import { pendingSettings, type ReadSettings, readSettings } from './plivoSettings.ts'
import { changeSettings } from './plivoSettingsChange.ts'
import type { SeenTrunks } from './plivoTrunks.ts'

/** The settings as the port has them. A number that is pending and not listed yet has settings without fields. */
export function settingsMethods(
  account: PlivoAccount,
  pending: PendingRents,
  trunks: SeenTrunks,
): Pick<ProviderDriver, 'readSettings' | 'changeSettings'> {
  const seen = ({ settings, trunk }: ReadSettings) => {
    if (trunk !== undefined) trunks.add(trunk)
    return settings
  }
  return {
    async readSettings(number, signal) {
      const read = await readSettings(account, number, { operation: 'settings', signal })
      if (read !== undefined) return seen(read)
      if (pending.find(number) !== undefined) return pendingSettings(number)
      throw notOwned()
    },
    async changeSettings(number, change, signal) {
      const done = await changeSettings(account, number, change, { operation: 'settings', signal })
      if (done === undefined) throw notOwned()
      return { settings: seen(done.read), notes: done.notes }
    },
  }
}

function notOwned(): ProviderError {
  const detail = t('the account does not have this number')
  return new ProviderError({ kind: 'notFound', provider: 'plivo', operation: 'settings', detail })
}
