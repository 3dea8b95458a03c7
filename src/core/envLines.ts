import type { E164 } from './phoneNumber.ts'
import { t } from './words.ts'

const keyPattern = /^[A-Za-z_][A-Za-z0-9_]*$/

/** A sentence about what is wrong with the key of a `.env` line; undefined when it can be used. */
export function envKeyProblem(key: string): string | undefined {
  if (key === '') return t('Type a key, for example SMS_FROM.')
  return keyPattern.test(key) ? undefined : t('A key has letters, digits and _ and does not start with a digit.')
}

/** Lines for a `.env` file: `SMS_FROM=+13125550142`. Several numbers count on: SMS_FROM_1, SMS_FROM_2. */
export function envLines(key: string, numbers: readonly E164[]): string {
  if (numbers.length === 1) return `${key}=${numbers.join()}`
  return numbers.map((number, index) => `${key}_${index + 1}=${number}`).join('\n')
}
