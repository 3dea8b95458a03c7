import { type Operation, ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess } from '../../http/answers.ts'
import type { DriverFactory } from '../../http/driverFactory.ts'
import { type ContiguityAccount, createContiguityAccount, readContiguity } from './contiguityAccount.ts'
import { changeSettings, readSettings } from './contiguityConfigure.ts'
import { contiguityError } from './contiguityErrors.ts'
import { fetchOwned, fetchRows, listOwned } from './contiguityLeases.ts'
import { quote, searchOffers } from './contiguityOffers.ts'
import { previewRelease, release } from './contiguityRelease.ts'
import { rent, settleRent } from './contiguityRent.ts'
import { anyAnswer } from './contiguitySchemas.ts'

/** Speaks Contiguity's number leases for one account. */
export const createContiguityDriver: DriverFactory = (context) => {
  const account = createContiguityAccount(context)
  return {
    verifyCredentials: (signal) => verify(account, signal),
    listOwned: (signal) => listOwned(account, { operation: 'list', signal }),
    getOwned: (number, signal) => fetchOwned(account, number, { operation: 'get', signal }),
    searchOffers: (query, signal) => searchOffers(account, context.numbering, query, signal),
    quote: (offer, signal) => quote(account, offer, signal),
    rent: (order, signal) => rent(account, order, signal),
    settleRent: (order, signal) => settleRent(account, order, signal),
    previewRelease: async () => previewRelease(),
    release: (owned, signal) => release(account, owned, signal),
    cancelRelease: async () => unsupported('cancelRelease', t('a release at Contiguity is final')),
    readSettings: (number, signal) => readSettings(account, number, { operation: 'settings', signal }),
    changeSettings: (number, change, signal) =>
      changeSettings(account, number, change, { operation: 'settings', signal }),
    listChoices: async () => unsupported('choices', t('there are no choices for this field')),
    close: () => context.http.close(),
  }
}

/** A good key may still not be allowed to lease: the entitlements tell that the key is good, the list tells whether it may. */
async function verify(account: ContiguityAccount, signal: AbortSignal): Promise<void> {
  const call = { operation: 'verify', signal } as const
  const answer = await account.get('/entitlements/', call)
  if (!isSuccess(answer)) throw contiguityError(answer)
  readContiguity(answer, anyAnswer)
  await fetchRows(account, 'leased', call)
}

function unsupported(operation: Operation, detail: string): never {
  throw new ProviderError({ kind: 'unsupported', provider: 'contiguity', operation, detail })
}
