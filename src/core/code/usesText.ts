import type { E164 } from '../phoneNumber.ts'
import { type NumberUse, type NumberUses, useText } from './numberUses.ts'

const mostShown = 5
const mostLines = 8

/** What the release of a number would break, for the question before it: how many places, the first of them, whether there may be more. */
export function usesText({ uses, files, complete }: NumberUses): string {
  const searched = `${files} ${files === 1 ? 'file' : 'files'} of the open folder`
  if (uses.length === 0) {
    return complete
      ? `Not used in the ${searched}.`
      : `Whether it is still used is not known: the search was not finished (none in the first ${files} files).`
  }
  return `Still used in ${placesText(uses)}.${complete ? '' : ' The search was not finished: there may be more.'}`
}

/** The same for several numbers; those without a place are not named. */
export function usesOfSeveralText(found: NumberUses, format: (number: E164) => string): string {
  const { uses, complete } = found
  if (uses.length === 0) return usesText(found).replace(/\bit is\b/, 'they are')
  const numbers = [...new Set(uses.map(({ number }) => number))]
  const lines = numbers.map((number) => `${format(number)}: ${placesText(uses.filter((use) => use.number === number))}`)
  const more = lines.length > mostLines ? [`and ${lines.length - mostLines} more of them`] : []
  return [
    'Still used:',
    ...lines.slice(0, mostLines),
    ...more,
    ...(complete ? [] : ['The search was not finished: there may be more.']),
  ].join('\n')
}

/** "3 places: .env:4, src/sms.ts:12, src/sms.ts:40". */
function placesText(uses: readonly NumberUse[]): string {
  const shown = [...new Set(uses.map(useText))]
  const more = shown.length > mostShown ? ` and ${shown.length - mostShown} more` : ''
  const count = `${shown.length} ${shown.length === 1 ? 'place' : 'places'}`
  return `${count}: ${shown.slice(0, mostShown).join(', ')}${more}`
}
