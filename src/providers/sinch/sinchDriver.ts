import type { ProviderDriver } from '../../core/providerDriver.ts'
import { readAnswer } from '../../http/answers.ts'
import type { DriverFactory } from '../../http/driverFactory.ts'
import { createSinchAccount, successful } from './sinchAccount.ts'
import { changeSettings, readSettings } from './sinchChange.ts'
import { listChoices } from './sinchChoices.ts'
import { sinchFailure } from './sinchErrors.ts'
import { quoteAgain, searchOffers } from './sinchOffers.ts'
import { getOwned, listOwned } from './sinchOwned.ts'
import { previewRelease, releaseOwned } from './sinchRelease.ts'
import { rent, settleRent } from './sinchRent.ts'
import { listAnswer } from './sinchSchemas.ts'
import { createLatestLinks } from './sinchSeenLinks.ts'

/** Sinch's Numbers API v1 for one project. See README.md in this folder for its quirks. */
export const createSinchDriver: DriverFactory = (context): ProviderDriver => {
  const account = createSinchAccount(context)
  const links = createLatestLinks(account)
  return {
    async verifyCredentials(signal) {
      const answer = await account.ask('/activeNumbers', [['pageSize', '1']], { operation: 'verify', signal })
      readAnswer('sinch', successful(answer), listAnswer)
    },
    listOwned: (signal) => links.watching((onRow) => listOwned(account, signal, onRow)),
    getOwned: (number, signal) => getOwned(account, number, { operation: 'get', signal }),
    searchOffers: (query, signal) => searchOffers(account, query, { operation: 'search', signal }),
    quote: (offer, signal) => quoteAgain(account, offer, { operation: 'quote', signal }),
    rent: (order, signal) => rent(account, order, { operation: 'rent', signal }),
    settleRent: (order, signal) => settleRent(account, order, { operation: 'settleRent', signal }),
    previewRelease: (owned, signal) => previewRelease(account, owned, { operation: 'previewRelease', signal }),
    release: (owned, signal) => releaseOwned(account, owned, { operation: 'release', signal }),
    cancelRelease: () => Promise.reject(sinchFailure('unsupported', 'cancelRelease')),
    readSettings: (number, signal) => readSettings(account, number, { operation: 'settings', signal }),
    changeSettings: (number, change, signal) =>
      changeSettings(account, number, change, { operation: 'settings', signal }),
    listChoices(fieldKey, signal) {
      const call = { operation: 'choices', signal } as const
      return listChoices(account, fieldKey, () => links.latest(call), call)
    },
    close: () => context.http.close(),
  }
}
