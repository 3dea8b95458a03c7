import type { KnownValue, NumberSettings, SettingsChange, SettingsField } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { tryvoxFailure } from './tryvoxErrors.ts'
import type { Routing, Target } from './tryvoxRouting.ts'

const longestId = 200

const needed = { trunkId: 'Choose a SIP trunk or enter its ID.', applicationId: 'Enter the application ID.' } as const

const fields: readonly SettingsField[] = [
  {
    key: 'route',
    label: 'Calls go to',
    help: 'A number goes to a SIP trunk, to an application, or nowhere.',
    input: {
      kind: 'fixedChoice',
      choices: [
        { value: '', label: 'Nothing' },
        { value: 'trunk', label: 'SIP trunk' },
        { value: 'application', label: 'Application' },
      ],
    },
    onSave: 'The number leaves the trunk or application that it has now.',
    group: 'Routing',
    bulk: true,
  },
  {
    key: 'trunkId',
    label: 'SIP trunk',
    help: 'One of the trunks of the account.',
    input: { kind: 'listedChoice', clearable: false, idLabel: 'trunk ID' },
    visibleWhen: { key: 'route', value: 'trunk' },
    needed: { with: ['route'], problem: needed.trunkId },
    group: 'Routing',
    bulk: true,
  },
  {
    key: 'applicationId',
    label: 'Application ID',
    help: 'TryVox does not list applications; the dashboard shows their IDs.',
    input: { kind: 'text', placeholder: 'app_…', longest: longestId, clearable: false, check: 'identifier' },
    visibleWhen: { key: 'route', value: 'application' },
    needed: { with: ['route'], problem: needed.applicationId },
    group: 'Routing',
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
  if (stranger !== undefined) throw refusedField(stranger, 'TryVox has no such setting.')
  const route = wanted(change, 'route') ?? impliedRoute(now, change)
  switch (route) {
    case '':
      return { kind: 'nothing' }
    case 'trunk':
      return { kind: 'trunk', id: idFrom(change, 'trunkId', now.trunk) }
    case 'application':
      return { kind: 'application', id: idFrom(change, 'applicationId', now.application) }
    default:
      throw refusedField('route', 'A number of TryVox cannot go there.')
  }
}

/** Another id alone changes the route that the number has; it does not choose another one. */
function impliedRoute(now: Routing, change: SettingsChange): string {
  if (now.trunk !== '' && now.application !== '') throw refusedField('route', 'Choose where calls go.')
  const key = ['trunkId', 'applicationId'].find((one) => wanted(change, one) !== undefined)
  const route = routeOf(now)
  if (key === undefined || key === `${route}Id`) return route
  throw refusedField(
    key,
    `Calls to this number go to ${route === '' ? 'nothing' : `a${route === 'trunk' ? ' trunk' : 'n application'}`} now.`,
  )
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
  throw refusedField(key, 'This must be text.')
}

function refusedField(field: string, problem: string) {
  return tryvoxFailure('invalid', 'settings', { fields: [{ field, problem }] })
}
