import type { ProviderDriver } from '../../src/core/providerDriver.ts'

/** A driver that does what the test wrote down; anything else it is asked for fails the test. */
export function stubDriver(scripted: Partial<ProviderDriver>): ProviderDriver {
  const unexpected = (method: string) => (): never => {
    throw new Error(`The driver was asked for ${method}, which this test did not expect`)
  }
  return {
    verifyCredentials: unexpected('verifyCredentials'),
    listOwned: unexpected('listOwned'),
    getOwned: unexpected('getOwned'),
    searchOffers: unexpected('searchOffers'),
    quote: unexpected('quote'),
    rent: unexpected('rent'),
    settleRent: unexpected('settleRent'),
    previewRelease: unexpected('previewRelease'),
    release: unexpected('release'),
    cancelRelease: unexpected('cancelRelease'),
    readSettings: unexpected('readSettings'),
    changeSettings: unexpected('changeSettings'),
    listChoices: unexpected('listChoices'),
    close: async () => {},
    ...scripted,
  }
}
