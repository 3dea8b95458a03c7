import type { DriverFactory } from '../http/driverFactory.ts'
import { createTransport } from '../http/transport.ts'
import { createHttpClient, defaultTimeouts } from '../http/undiciHttpClient.ts'
import { createContiguityDriver } from './contiguity/contiguityDriver.ts'
import { createPlivoDriver } from './plivo/plivoDriver.ts'
import type { ProviderId } from './registry.ts'
import { createSinchDriver } from './sinch/sinchDriver.ts'
import { createTryvoxDriver } from './tryvox/tryvoxDriver.ts'

export { createHttpClient, createTransport, defaultTimeouts }

/** The drivers behind the registry's definitions. Entry of the network bundle: loaded on the first request only. */
export const drivers: Readonly<Record<ProviderId, DriverFactory>> = {
  sinch: createSinchDriver,
  plivo: createPlivoDriver,
  tryvox: createTryvoxDriver,
  contiguity: createContiguityDriver,
}
