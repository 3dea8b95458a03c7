import type { ProviderErrorKind } from '../core/providerError.ts'
import type { Effect } from './httpClient.ts'

/** What a status means when the provider's own table has nothing better. Statuses 2xx never get here. */
export function kindOfStatus(status: number, effect: Effect): ProviderErrorKind {
  switch (status) {
    case 401:
      return 'auth'
    case 402:
      return 'funds'
    case 403:
      return 'forbidden'
    case 404:
    case 410:
      return 'notFound'
    case 408:
      return effect === 'write' ? 'unknownOutcome' : 'timeout'
    case 429:
      return 'rateLimited'
    default:
      if (status >= 500) return effect === 'write' ? 'unknownOutcome' : 'unexpected'
      return status >= 400 ? 'invalid' : 'unexpected'
  }
}
