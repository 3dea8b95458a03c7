import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import type { Setting } from './plivoSettingsFields.ts'
import type { PlivoChange, PlivoValues } from './plivoSettingsPatch.ts'

/** What is said of each setting. Values are in words. */
const sentences = {
  alias: {
    keptBack: (now) => t('Plivo accepted the change but does not show it: the alias is {0}.', now),
    cameWithIt: (before, now) => t('Plivo changed the alias too, from {0} to {1}.', before, now),
  },
  application: {
    keptBack: (now) => t('Plivo accepted the change but does not show it: the application is {0}.', now),
    cameWithIt: (before, now) => t('Plivo changed the application too, from {0} to {1}.', before, now),
  },
  subaccount: {
    keptBack: (now) => t('Plivo accepted the change but does not show it: the subaccount is {0}.', now),
    cameWithIt: (before, now) => t('Plivo changed the subaccount too, from {0} to {1}.', before, now),
  },
  compliance: {
    keptBack: (now) => t('Plivo accepted the change but does not show it: the compliance application is {0}.', now),
    cameWithIt: (before, now) => t('Plivo changed the compliance application too, from {0} to {1}.', before, now),
  },
  cnamLookup: {
    keptBack: (now) => t('Plivo accepted the change but does not show it: the caller name lookup is {0}.', now),
    cameWithIt: (before, now) => t('Plivo changed the caller name lookup too, from {0} to {1}.', before, now),
  },
} as const satisfies Readonly<Record<Setting, ChangeSentences>>

interface ChangeSentences {
  readonly keptBack: (now: string) => string
  readonly cameWithIt: (before: string, now: string) => string
}

const settings = Object.keys(sentences) as readonly Setting[]

/** True when the number is as asked for. An alias may come back without what cannot be seen. */
export function showsChange(now: PlivoValues, change: PlivoChange): boolean {
  return settings.every((setting) => shows(now, change, setting))
}

/** What a person should know after a change was accepted: what is not as asked for, and what changed without being asked for. */
export function changeNotes(before: PlivoValues, change: PlivoChange, now: PlivoValues): readonly string[] {
  return settings.flatMap((setting) => {
    if (change[setting] !== undefined) return shows(now, change, setting) ? [] : [keptBack(setting, change, now)]
    return before[setting] === now[setting] ? [] : [cameWithIt(setting, before, now)]
  })
}

function shows(now: PlivoValues, change: PlivoChange, setting: Setting): boolean {
  const asked = change[setting]
  return asked === undefined || (setting === 'alias' ? plainSentence(asked) : asked) === now[setting]
}

function keptBack(setting: Setting, change: PlivoChange, now: PlivoValues): string {
  if (setting === 'application' && change.application === '') {
    return t(
      'Plivo accepted the change but kept the application: calls and messages still go to {0}.',
      inWords(now.application),
    )
  }
  return sentences[setting].keptBack(inWords(now[setting]))
}

function cameWithIt(setting: Setting, before: PlivoValues, now: PlivoValues): string {
  return sentences[setting].cameWithIt(inWords(before[setting]), inWords(now[setting]))
}

function inWords(value: string | undefined): string {
  if (value === undefined) return t('something unreadable')
  return value === '' ? t('none') : t('“{0}”', plainSentence(value))
}
