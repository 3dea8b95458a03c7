import type { E164 } from './phoneNumber.ts'

/** Only one window at a time spends money on a number or gives it up. */
export interface NumberLock {
  /** The function that lets go again, or undefined when another window holds it. A holder that died does not hold. */
  hold(provider: string, number: E164): Promise<(() => Promise<void>) | undefined>
}
