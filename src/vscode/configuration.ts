import { type Disposable, workspace } from 'vscode'
import type { EndpointOverrides } from '../core/endpoints.ts'
import type { SpendingLimits } from '../core/spendingGuard.ts'
import type { ReleaseConfirmation } from '../core/typedConfirmation.ts'
import { configurationSection } from './ids.ts'

/** `phoneNumbers.endpoints`, user settings only: its scope is `application`, so no workspace can set it. */
export function readEndpointOverrides(): EndpointOverrides {
  const value = workspace.getConfiguration(configurationSection).get<unknown>('endpoints')
  return typeof value === 'object' && value !== null ? (value as EndpointOverrides) : {}
}

/** `phoneNumbers.spending.maxMonthlyPerRental`, user settings only. */
export function readSpendingLimits(): SpendingLimits {
  const value = workspace.getConfiguration(configurationSection).get<unknown>('spending.maxMonthlyPerRental')
  return typeof value === 'object' && value !== null ? (value as SpendingLimits) : {}
}

/** `phoneNumbers.release.confirmation`, user settings only. */
export function readReleaseConfirmation(): ReleaseConfirmation {
  const value = workspace.getConfiguration(configurationSection).get<unknown>('release.confirmation')
  return value === 'typeNumber' ? 'typeNumber' : 'button'
}

export function onDidChangeEndpoints(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${configurationSection}.endpoints`)) listener()
  })
}
