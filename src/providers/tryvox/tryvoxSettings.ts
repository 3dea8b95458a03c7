import type { KnownValue, NumberSettings, SettingsChange, SettingsField } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { t } from '../../core/words.ts'
import { tryvoxFailure } from './tryvoxErrors.ts'
import type { Routing, Target } from './tryvoxRouting.ts'

const longestId = 200

const needed = {
  trunkId: t('Choose a SIP trunk or enter its ID.'),
  applicationId: t('Enter the application ID.'),
} as const

const fields: readonly SettingsField[] = [
  {
    key: 'route',
    label: t('Calls go to'),
    help: t('A number goes to a SIP trunk, to an application, or nowhere.'),
    input: {
      kind: 'fixedChoice',
      choices: [
        { value: '', label: t('Nothing') },
        { value: 'trunk', label: t('SIP trunk') },
        { value: 'application', label: t('Application') },
      ],
    },
    onSave: t('The number leaves the trunk or application that it has now.'),
    group: t('Routing'),
    bulk: true,
  },
  {
    key: 'trunkId',
    label: t('SIP trunk'),
    help: t('One of the trunks of the account.'),
    input: { kind: 'listedChoice', clearable: false, idLabel: t('trunk ID') },
    visibleWhen: { key: 'route', value: 'trunk' },
    needed: { with: ['route'], problem: needed.trunkId },
    group: t('Routing'),
    bulk: true,
  },
  {
    key: 'applicationId',
    label: t('Application ID'),
    help: t('TryVox does not list applications; the dashboard shows their IDs.'),
    input: { kind: 'text', placeholder: 'app_…', longest: longestId, clearable: false, check: 'identifier' },
    visibleWhen: { key: 'route', value: 'application' },
    needed: { with: ['route'], problem: needed.applicationId },
    group: t('Routing'),
    bulk: true,
  },
]

/** The routing as settings. When TryVox says both a trunk and an application, it does not say where calls go. */
export function settingsFrom(routing: Routing, number: E164): NumberSettings {
  const known = (value: string): KnownValue => ({ kind: 'known', value })
  const both = routing.trunk !== '' && routing.application !== ''
  return {
    number,
    fields,
    values: {
      route: both ? { kind: 'unknown' } : known(routeOf(routing)),
      trunkId: known(routing.trunk),
      applicationId: known(routing.application),
    },
    provisioning: [],
  }
}

function routeOf({ trunk, application }: Routing): '' | 'trunk' | 'application' {
  if (trunk !== '') return 'trunk'
  return application === '' ? '' : 'application'
}

/** Where the number is to go after the change. Throws `invalid` at the field for what cannot be sent. */
export function targetOf(now: Routing, change: SettingsChange): Target {
  const stranger = Object.keys(change).find((key) => fields.every((field) => field.key !== key))
  if (stranger !== undefined) throw refusedField(stranger, t('TryVox has no such setting.'))
  const route = wanted(change, 'route') ?? impliedRoute(now, change)
  switch (route) {
    case '':
      return { kind: 'nothing' }
    case 'trunk':
      return { kind: 'trunk', id: idFrom(change, 'trunkId', now.trunk) }
    case 'application':
      return { kind: 'application', id: idFrom(change, 'applicationId', now.application) }
    default:
      throw refusedField('route', t('A number of TryVox cannot go there.'))
  }
}

/** Another id alone changes the route that the number has; it does not choose another one. */
function impliedRoute(now: Routing, change: SettingsChange): string {
  if (now.trunk !== '' && now.application !== '') throw refusedField('route', t('Choose where calls go.'))
  const key = ['trunkId', 'applicationId'].find((one) => wanted(change, one) !== undefined)
  const route = routeOf(now)
  if (key === undefined || key === `${route}Id`) return route
  throw refusedField(key, goesElsewhere(route))
}

function goesElsewhere(route: '' | 'trunk' | 'application'): string {
  if (route === '') return t('Calls to this number go to nothing now.')
  return route === 'trunk'
    ? t('Calls to this number go to a trunk now.')
    : t('Calls to this number go to an application now.')
}

function idFrom(change: SettingsChange, key: 'trunkId' | 'applicationId', now: string): string {
  const id = wanted(change, key) ?? now
  if (id === '') throw refusedField(key, needed[key])
  return id
}

/** Undefined = stays; `""` = is cleared. Throws `invalid` for what is no text. */
function wanted(change: SettingsChange, key: string): string | undefined {
  const value = Object.hasOwn(change, key) ? change[key] : undefined
  if (value === undefined || value === null) return value === null ? '' : undefined
  if (typeof value === 'string') return value.trim()
  throw refusedField(key, t('This must be text.'))
}

function refusedField(field: string, problem: string) {
  return tryvoxFailure('invalid', 'settings', { fields: [{ field, problem }] })
}
