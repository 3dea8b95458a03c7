import type { Locator } from 'playwright-core'

/** Whether something becomes visible within a time. */
export function appears(locator: Locator, limitMs: number): Promise<boolean> {
  return locator.waitFor({ timeout: limitMs }).then(
    () => true,
    () => false,
  )
}
