import type { E164 } from '../phoneNumber.ts'
import { t } from '../words.ts'
import { type NumberUse, type NumberUses, useText } from './numberUses.ts'

const mostShown = 5
const mostLines = 8
const mayBeMore = t('The search was not finished: there may be more.')

/** What the release of a number would break, for the question before it: how many places, the first of them, whether there may be more. */
export function usesText({ uses, files, complete }: NumberUses): string {
  if (uses.length > 0) {
    const used = t('Still used in {0}.', placesText(uses))
    return complete ? used : `${used} ${mayBeMore}`
  }
  return complete
    ? notUsedText(files)
    : t('Whether it is still used is not known: the search was not finished (none in the first {0} files).', files)
}

/** The same for several numbers; those without a place are not named. */
export function usesOfSeveralText(found: NumberUses, format: (number: E164) => string): string {
  const { uses, files, complete } = found
  if (uses.length === 0) {
    return complete
      ? notUsedText(files)
      : t('Whether they are still used is not known: the search was not finished (none in the first {0} files).', files)
  }
  const numbers = [...new Set(uses.map(({ number }) => number))]
  const lines = numbers.map((number) => `${format(number)}: ${placesText(uses.filter((use) => use.number === number))}`)
  const more = lines.length > mostLines ? [t('and {0} more of them', lines.length - mostLines)] : []
  return [t('Still used:'), ...lines.slice(0, mostLines), ...more, ...(complete ? [] : [mayBeMore])].join('\n')
}

function notUsedText(files: number): string {
  return files === 1
    ? t('Not used in the 1 file of the open folder.')
    : t('Not used in the {0} files of the open folder.', files)
}

/** "3 places: .env:4, src/sms.ts:12, src/sms.ts:40". */
function placesText(uses: readonly NumberUse[]): string {
  const shown = [...new Set(uses.map(useText))]
  const first = shown.slice(0, mostShown).join(', ')
  if (shown.length === 1) return t('1 place: {0}', first)
  return shown.length > mostShown
    ? t('{0} places: {1} and {2} more', shown.length, first, shown.length - mostShown)
    : t('{0} places: {1}', shown.length, first)
}
