import type { Account } from '../../core/account.ts'
import { changeSettings, type SettingsOutcome, type SettingsTools } from '../../core/changeSettings.ts'
import type { NumberSettings } from '../../core/numberSettings.ts'
import { t } from '../../core/words.ts'
import type { ReviewedNumber } from './settingsReview.ts'

/** What became of one number. `broken`: something of ours went wrong, and with it the knowledge of what was done. */
export interface SavedNumber {
  readonly item: ReviewedNumber
  readonly outcome: SettingsOutcome | { readonly kind: 'broken'; readonly error: unknown }
}

/** Saves number after number, each on its own: one that fails holds no other up. `saying` is called before each. */
export async function saveNumbers(
  tools: SettingsTools,
  account: Account,
  items: readonly ReviewedNumber[],
  saying: (index: number) => void,
): Promise<SavedNumber[]> {
  const saved: SavedNumber[] = []
  for (const [index, item] of items.entries()) {
    saying(index)
    saved.push({ item, outcome: await saveOne(tools, account, item) })
  }
  return saved
}

async function saveOne(tools: SettingsTools, account: Account, item: ReviewedNumber): Promise<SavedNumber['outcome']> {
  try {
    // What was agreed to is finished, also when the form is closed meanwhile.
    return await changeSettings(tools, { account, ...item }, new AbortController().signal)
  } catch (error) {
    return { kind: 'broken', error }
  }
}

/** What is known of the number's settings after that, undefined when nothing new is. */
export function newerSettings({ outcome }: SavedNumber): NumberSettings | undefined {
  switch (outcome.kind) {
    case 'done':
      return outcome.result.settings
    case 'changedMeanwhile':
    case 'unchanged':
    case 'unknown':
      return outcome.now
    case 'refused':
    case 'alreadyUnderWay':
    case 'notRecorded':
    case 'broken':
      return undefined
    default:
      return outcome satisfies never
  }
}

/** What became of it, as sentences. `describe` puts a failure into words. */
export function savedSentence(
  { outcome }: SavedNumber,
  provider: string,
  describe: (error: unknown) => string,
): string {
  switch (outcome.kind) {
    case 'done':
      return [t('Saved.'), ...outcome.result.notes].join(' ')
    case 'changedMeanwhile':
      return t('Nothing was sent: it changed at {0} since you opened the form.', provider)
    case 'refused':
      return `${t('Not saved.')} ${describe(outcome.error)}`
    case 'unchanged':
      return t('Not saved: the answer of {0} was lost, and it still shows the old values.', provider)
    case 'unknown':
      return [
        t('The answer of {0} was lost, so the change may have been made or not.', provider),
        knownNow(outcome.now),
      ].join(' ')
    case 'alreadyUnderWay':
      return t('Nothing was sent: the number is being worked on already, perhaps in another window.')
    case 'notRecorded':
      return t('Nothing was sent: the record of it could not be written to disk ({0}).', outcome.reason)
    case 'broken':
      return describe(outcome.error)
    default:
      return outcome satisfies never
  }
}

function knownNow(now: NumberSettings | undefined): string {
  return now === undefined
    ? t('It could not be read again. Refresh before you try once more.')
    : t('The form shows what could be read since. Look at it before you try once more.')
}
