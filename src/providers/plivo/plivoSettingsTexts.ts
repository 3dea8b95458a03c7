import type { SettingsField } from '../../core/numberSettings.ts'

/** Fields that are the same for every number. */
export const fixedFields = {
  alias: {
    key: 'alias',
    label: 'Alias',
    help: 'Your name for the number at Plivo.',
    input: { kind: 'text', placeholder: 'Support line', longest: 255, clearable: true },
    group: 'General',
    bulk: true,
  },
  application: {
    key: 'application',
    label: 'Application',
    help: 'Where calls and messages to the number go: an application or an inbound SIP trunk.',
    input: { kind: 'listedChoice', clearable: true, idLabel: 'application or trunk ID' },
    group: 'General',
    bulk: true,
  },
  subaccount: {
    key: 'subaccount',
    label: 'Subaccount',
    help: 'The subaccount that the number belongs to.',
    input: { kind: 'listedChoice', clearable: false, idLabel: 'subaccount auth ID' },
    onSave: 'Plivo documents no way to move a number back to the main account.',
    group: 'Account',
    bulk: true,
  },
} as const satisfies Readonly<Record<string, SettingsField>>

/** Local and toll-free numbers of the United States only. */
export const cnamField = {
  key: 'cnamLookup',
  label: 'Caller name lookup (CNAM)',
  help: 'Whether Plivo looks up the name of a caller. Plivo may charge for each lookup.',
  input: {
    kind: 'fixedChoice',
    choices: [
      { value: 'enabled', label: 'Enabled' },
      { value: 'disabled', label: 'Disabled' },
    ],
  },
  group: 'Incoming calls',
  bulk: true,
} as const satisfies SettingsField
