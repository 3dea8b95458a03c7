import type { DriverContext, ProviderDriver } from '../core/providerDriver.ts'
import type { HttpClient } from './httpClient.ts'

/** Makes the driver of one account. Cheap: nothing is sent before the first call. */
export type DriverFactory = (context: DriverContext<HttpClient>) => ProviderDriver
