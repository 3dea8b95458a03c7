import type { ProviderDriver } from '../../core/providerDriver.ts'
import { readAnswer } from '../../http/answers.ts'
import type { DriverFactory } from '../../http/driverFactory.ts'
import { createTryvoxAccount, successful } from './tryvoxAccount.ts'
import { changeSettings, readSettings } from './tryvoxChange.ts'
import { listChoices } from './tryvoxChoices.ts'
import { quoteAgain, searchOffers } from './tryvoxOffers.ts'
import { findOwned, listOwned } from './tryvoxOwned.ts'
import { cancelRelease, previewRelease, releaseOwned } from './tryvoxRelease.ts'
import { rent, settleRent } from './tryvoxRent.ts'
import { listAnswer } from './tryvoxSchemas.ts'

/** TryVox's account numbers. See README.md in this folder for what is documented and what is inferred. */
export const createTryvoxDriver: DriverFactory = (context): ProviderDriver => {
  const account = createTryvoxAccount(context)
  return {
    async verifyCredentials(signal) {
      const answer = await account.ask('/numbers', { page: '1', per_page: '1' }, { operation: 'verify', signal })
      readAnswer('tryvox', successful(answer), listAnswer)
    },
    listOwned: (signal) => listOwned(account, {}, { operation: 'list', signal }),
    getOwned: (number, signal) => findOwned(account, number, {}, { operation: 'get', signal }),
    searchOffers: (query, signal) => searchOffers(account, query, { operation: 'search', signal }),
    quote: (offer, signal) => quoteAgain(account, offer, { operation: 'quote', signal }),
    rent: (order, signal) => rent(account, order, { operation: 'rent', signal }),
    settleRent: (order, signal) => settleRent(account, order, { operation: 'settleRent', signal }),
    previewRelease: (owned, signal) => previewRelease(account, owned, { operation: 'previewRelease', signal }),
    release: (owned, signal) => releaseOwned(account, owned, { operation: 'release', signal }),
    cancelRelease: (number, signal) => cancelRelease(account, number, { operation: 'cancelRelease', signal }),
    readSettings: (number, signal) => readSettings(account, number, { operation: 'settings', signal }),
    changeSettings: (number, change, signal) =>
      changeSettings(account, number, change, { operation: 'settings', signal }),
    listChoices: (fieldKey, signal) => listChoices(account, fieldKey, { operation: 'choices', signal }),
    close: () => context.http.close(),
  }
}
