import { plainSentence } from '../../http/answers.ts'
import type { Setting } from './plivoSettingsFields.ts'
import type { PlivoChange, PlivoValues } from './plivoSettingsPatch.ts'

const words = {
  alias: 'alias',
  application: 'application',
  subaccount: 'subaccount',
  compliance: 'compliance application',
  cnamLookup: 'caller name lookup',
} as const satisfies Readonly<Record<Setting, string>>

const settings = Object.keys(words) as readonly Setting[]

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
    return `Plivo accepted the change but kept the application: calls and messages still go to ${inWords(now.application)}.`
  }
  return `Plivo accepted the change but does not show it: the ${words[setting]} is ${inWords(now[setting])}.`
}

function cameWithIt(setting: Setting, before: PlivoValues, now: PlivoValues): string {
  return `Plivo changed the ${words[setting]} too, from ${inWords(before[setting])} to ${inWords(now[setting])}.`
}

function inWords(value: string | undefined): string {
  if (value === undefined) return 'something unreadable'
  return value === '' ? 'none' : `“${plainSentence(value)}”`
}
