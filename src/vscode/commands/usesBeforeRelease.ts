import type { NumberUses } from '../../core/code/numberUses.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { CommandTools } from './commandTools.ts'

const patienceMs = 1_500

/**
 * Where the numbers are still used in the open folders, as far as a second and a half reaches: a question must not wait longer. Undefined when
 * there is nothing to look through. Never rejects, because a search that fails must not stand in the way of a release.
 */
export async function usesBeforeRelease(
  { parts, log }: Pick<CommandTools, 'parts' | 'log'>,
  numbers: readonly E164[],
): Promise<NumberUses | undefined> {
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const [{ numberUses }, numbering] = await Promise.all([parts.code(), parts.numbering()])
    const found = await numberUses.search({ numbers, numbering }, signal)
    return found?.files === 0 && found.complete ? undefined : found
  } catch (error) {
    log.warn(`Where a number is used could not be looked up: ${error instanceof Error ? error.message : typeof error}`)
    return undefined
  }
}
