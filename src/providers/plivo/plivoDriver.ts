import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { readAnswer } from '../../http/answers.ts'
import type { DriverFactory } from '../../http/driverFactory.ts'
import { createPlivoAccount } from './plivoAccount.ts'
import { listChoices } from './plivoChoices.ts'
import { listOwned } from './plivoList.ts'
import { quoteAgain, searchOffers } from './plivoOffers.ts'
import { fetchOwned } from './plivoOwned.ts'
import { createPendingRents } from './plivoPending.ts'
import { previewRelease, release } from './plivoRelease.ts'
import { rent, settleRent } from './plivoRent.ts'
import { listAnswer } from './plivoSchemas.ts'
import { settingsMethods } from './plivoSettingsMethods.ts'
import { createSeenTrunks } from './plivoTrunks.ts'

/** Speaks Plivo's API v1 for one account: `PhoneNumber/` for offers, `Number/` for owned numbers. */
export const createPlivoDriver: DriverFactory = (context) => {
  const account = createPlivoAccount(context)
  const pending = createPendingRents(account.rows)
  const trunks = createSeenTrunks()
  const { numbering } = context
  return {
    async verifyCredentials(signal) {
      readAnswer('plivo', await account.get('Number/', { limit: '1' }, { operation: 'verify', signal }), listAnswer)
    },
    listOwned: (signal) => pending.completing(listOwned(account, signal)),
    async getOwned(number, signal) {
      const owned = await fetchOwned(account, number, { operation: 'get', signal })
      if (owned !== undefined) pending.forget(number)
      return owned ?? pending.find(number)
    },
    searchOffers: (query, signal) => searchOffers(account, numbering, query, signal),
    quote: (offer, signal) => quoteAgain(account, numbering, offer, signal),
    async rent(order, signal) {
      const receipt = await rent(account, order, signal)
      if (!receipt.ready) pending.add(order)
      return receipt
    },
    settleRent: (order, signal) => settleRent(account, numbering, order, signal),
    previewRelease: async () => previewRelease(),
    async release(owned, signal) {
      const receipt = await release(account, owned, signal)
      pending.forget(owned.number)
      return receipt
    },
    async cancelRelease() {
      const detail = t('a release at Plivo is final')
      throw new ProviderError({ kind: 'unsupported', provider: 'plivo', operation: 'cancelRelease', detail })
    },
    ...settingsMethods(account, pending, trunks),
    listChoices: (fieldKey, signal) => listChoices(account, trunks, fieldKey, signal),
    close: () => context.http.close(),
  }
}
