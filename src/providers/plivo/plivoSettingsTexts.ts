import type { SettingsField } from '../../core/numberSettings.ts'
import { t } from '../../core/words.ts'

/** Fields that are the same for every number. */
export const fixedFields = {
  alias: {
    key: 'alias',
    label: t('Alias'),
    help: t('Your name for the number at Plivo.'),
    input: { kind: 'text', placeholder: t('Support line'), longest: 255, clearable: true },
    group: t('General'),
    bulk: true,
  },
  application: {
    key: 'application',
    label: t('Application'),
    help: t('Where calls and messages to the number go: an application or an inbound SIP trunk.'),
    input: { kind: 'listedChoice', clearable: true, idLabel: t('application or trunk ID') },
    group: t('General'),
    bulk: true,
  },
  subaccount: {
    key: 'subaccount',
    label: t('Subaccount'),
    help: t('The subaccount that the number belongs to.'),
    input: { kind: 'listedChoice', clearable: false, idLabel: t('subaccount auth ID') },
    onSave: t('Plivo documents no way to move a number back to the main account.'),
    group: t('Account'),
    bulk: true,
  },
} as const satisfies Readonly<Record<string, SettingsField>>

/** Local and toll-free numbers of the United States only. */
export const cnamField = {
  key: 'cnamLookup',
  label: t('Caller name lookup (CNAM)'),
  help: t('Whether Plivo looks up the name of a caller. Plivo may charge for each lookup.'),
  input: {
    kind: 'fixedChoice',
    choices: [
      { value: 'enabled', label: t('Enabled') },
      { value: 'disabled', label: t('Disabled') },
    ],
  },
  group: t('Incoming calls'),
  bulk: true,
} as const satisfies SettingsField
