import type { HttpAnswer } from '../../http/httpClient.ts'
import { refusesParameter } from './sinchErrors.ts'

/** Sizes to ask for, largest first; undefined = let Sinch decide. */
export type SizeSteps = readonly (number | undefined)[]

/** The largest and the default page size are not documented; a smaller page than asked for is fine. */
export const listPageSize: SizeSteps = [1000, 100, undefined]

/** Asks with the first size and goes on to the next one only when Sinch refuses this parameter by name. */
export async function askWithSizes(
  parameter: string,
  sizes: SizeSteps,
  ask: (size: number | undefined) => Promise<HttpAnswer>,
): Promise<{ readonly answer: HttpAnswer; readonly size: number | undefined }> {
  const [size, ...smaller] = sizes
  const answer = await ask(size)
  if (smaller.length === 0 || !refusesParameter(answer, parameter)) return { answer, size }
  return await askWithSizes(parameter, smaller, ask)
}
