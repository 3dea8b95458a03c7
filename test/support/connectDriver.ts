import type { ProviderDriver } from '../../src/core/providerDriver.ts'
import { drivers } from '../../src/providers/drivers.ts'
import type { ProviderId } from '../../src/providers/registry.ts'
import { type DriverDifferences, sandboxDriver } from './sandboxDriver.ts'
import type { TestSandbox, TestScope } from './startSandbox.ts'

/** The registered driver of a provider, signed in to the sandbox's account of it; closed when `scope` ends. */
export function connectDriver(
  scope: TestScope,
  sandbox: TestSandbox,
  provider: ProviderId,
  differences: DriverDifferences = {},
): ProviderDriver {
  return sandboxDriver(scope, sandbox, provider, drivers[provider], differences)
}
