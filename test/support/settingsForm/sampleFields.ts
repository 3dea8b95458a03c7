import type { FieldValue, KnownValue, SettingsField } from '../../../src/core/numberSettings.ts'

/** One field of each kind, and each of its variants that the form treats differently. */
export const sampleFields: readonly SettingsField[] = [
  {
    key: 'alias',
    label: 'Alias',
    help: 'Your name for the number.',
    input: { kind: 'text', placeholder: 'Support line', longest: 40, clearable: true },
    group: 'General',
    bulk: true,
  },
  {
    key: 'application',
    label: 'Application',
    help: 'Where calls and messages go.',
    input: { kind: 'listedChoice', clearable: true, idLabel: 'application ID' },
    onSave: 'Calls under way are not moved.',
    onClear: 'Calls find nobody from then on.',
    group: 'General',
    bulk: true,
  },
  {
    key: 'voice',
    label: 'Calls go to',
    help: 'An app, a trunk, or nothing.',
    input: {
      kind: 'fixedChoice',
      choices: [
        { value: '', label: 'Nothing' },
        { value: 'APP', label: 'Voice app' },
        { value: 'TRUNK', label: 'SIP trunk' },
      ],
    },
    group: 'Calls',
    bulk: true,
  },
  {
    key: 'trunkId',
    label: 'SIP trunk',
    help: 'The trunk that calls go to.',
    input: { kind: 'listedChoice', clearable: false, idLabel: 'trunk ID' },
    visibleWhen: { key: 'voice', value: 'TRUNK' },
    needed: { with: ['voice'], problem: 'Enter the trunk ID.' },
    group: 'Calls',
    bulk: true,
  },
  {
    key: 'recording',
    label: 'Recording',
    help: 'Keep a recording of every call.',
    input: { kind: 'toggle' },
    group: 'Calls',
    bulk: true,
  },
  {
    key: 'callbackUrl',
    label: 'Callback URL',
    help: 'This address is told what happens to the number.',
    input: { kind: 'text', placeholder: 'https://example.com', longest: 200, clearable: true, check: 'httpsUrl' },
    group: 'Events',
    bulk: false,
  },
  {
    key: 'failover',
    label: 'Failover',
    help: 'This number takes over for others.',
    input: { kind: 'toggle' },
    group: 'Failover',
    bulk: true,
  },
  {
    key: 'failoverNumbers',
    label: 'Takes over for',
    help: 'The numbers it takes over for.',
    input: { kind: 'ownNumbers' },
    group: 'Failover',
    bulk: true,
  },
]

const known = (value: FieldValue): KnownValue => ({ kind: 'known', value })

/** Today's values; the provider does not tell the failover. */
export const sampleValues: Readonly<Record<string, KnownValue>> = {
  alias: known('support-ivr'),
  application: known('app-0007'),
  voice: known('APP'),
  trunkId: known(''),
  recording: known(false),
  callbackUrl: known(''),
  failover: { kind: 'unknown' },
  failoverNumbers: { kind: 'unknown' },
}
