import type { KnownValue, NumberSettings, SettingsField } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { t } from '../../core/words.ts'

const group = t('Failover')

/** Failover is the only thing that can be set: this number takes over for others of the account. */
export const failoverFields = {
  enabled: {
    key: 'failover',
    label: t('Failover'),
    help: t('This number takes over for other numbers of the account.'),
    input: { kind: 'toggle' },
    needed: {
      with: ['failoverMode', 'failoverNumbers'],
      problem: t('Choose on or off. Contiguity does not tell what it is now, so it has to be sent with every change.'),
    },
    onSave: t('All of the failover is replaced: whether it is on, for which numbers, and the list of them.'),
    group,
    bulk: true,
  },
  mode: {
    key: 'failoverMode',
    label: t('Takes over for'),
    help: t('Any number of the account, or only the ones you select.'),
    input: {
      kind: 'fixedChoice',
      choices: [
        { value: 'all', label: t('All numbers') },
        { value: 'selective', label: t('Selected numbers') },
      ],
    },
    group,
    bulk: true,
  },
  numbers: {
    key: 'failoverNumbers',
    label: t('Selected numbers'),
    help: t('The numbers of the account that this number takes over for. At least one.'),
    input: { kind: 'ownNumbers' },
    visibleWhen: { key: 'failoverMode', value: 'selective' },
    needed: { with: ['failoverMode'], problem: t('Select at least one number.') },
    group,
    bulk: true,
  },
} as const satisfies Readonly<Record<string, SettingsField>>

const unknown: KnownValue = { kind: 'unknown' }

/** What can be set on a leased number. No request of Contiguity's returns today's failover: every value is unknown. */
export function settingsOf(number: E164): NumberSettings {
  const fields = Object.values(failoverFields)
  const values = Object.fromEntries(fields.map(({ key }) => [key, unknown]))
  return { number, fields, values, provisioning: [] }
}
