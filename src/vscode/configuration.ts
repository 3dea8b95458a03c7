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

/** `phoneNumbers.refresh.maxAgeMinutes` in milliseconds; 0 = lists are never asked for again by themselves. */
export function readMaxAgeMs(): number {
  return readCount('refresh.maxAgeMinutes', 15) * 60_000
}

/** `phoneNumbers.view.badge`. */
export function readBadge(): 'renewalsAndEnds' | 'ends' | 'none' {
  const value = workspace.getConfiguration(configurationSection).get<unknown>('view.badge')
  return value === 'ends' || value === 'none' ? value : 'renewalsAndEnds'
}

/** `phoneNumbers.tree.maxGroupSize`; 0 = groups are never split. */
export function readMaxGroupSize(): number {
  return readCount('tree.maxGroupSize', 500)
}

/** A whole number that is not negative, else the default. */
function readCount(name: string, otherwise: number): number {
  const value = workspace.getConfiguration(configurationSection).get<unknown>(name)
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : otherwise
}

/** Settings that change what the view looks like. */
export function onDidChangeViewSettings(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    const names = ['tree.maxGroupSize', 'view.badge']
    if (names.some((name) => event.affectsConfiguration(`${configurationSection}.${name}`))) listener()
  })
}

export function onDidChangeEndpoints(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${configurationSection}.endpoints`)) listener()
  })
}
