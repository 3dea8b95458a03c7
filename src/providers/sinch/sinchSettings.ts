import type { KnownValue, NumberSettings, SettingsField } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { Choice } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import { provisioningOf } from './sinchProvisioning.ts'
import type { OwnedRow } from './sinchSchemas.ts'
import { voiceLinkOf, voiceTypes } from './sinchVoice.ts'

const longestText = 255

/** What can be set on this number, with what Sinch says today. A link that is still being made is provisioning, not a value. */
export function settingsFrom(row: OwnedRow, number: E164): NumberSettings {
  return { number, fields: fieldsOf(row), values: valuesOf(row), provisioning: provisioningOf(row) }
}

function valuesOf(row: OwnedRow): Readonly<Record<string, KnownValue>> {
  const voice = voiceLinkOf(row)
  const values = {
    displayName: row.displayName,
    servicePlanId: row.smsConfiguration?.servicePlanId,
    campaignId: row.smsConfiguration?.campaignId,
    voiceType: voice?.type,
    ...Object.fromEntries(voiceTypes.map(({ type, key }) => [key, voice?.type === type ? voice.id : ''])),
    callbackUrl: row.callbackUrl,
  }
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { kind: 'known', value: value ?? '' }]))
}

function fieldsOf(row: OwnedRow): readonly SettingsField[] {
  return [displayName, servicePlanId, ...(mayHaveCampaign(row) ? [campaignId] : []), ...voiceFields(row), callbackUrl]
}

/** 10DLC campaigns are for numbers of the United States; one that is there all the same can be taken off. */
function mayHaveCampaign(row: OwnedRow): boolean {
  return row.regionCode?.trim().toUpperCase() === 'US' || Boolean(row.smsConfiguration?.campaignId)
}

const displayName: SettingsField = {
  key: 'displayName',
  label: t('Display name'),
  help: t('Your own name for the number, as the Sinch dashboard shows it.'),
  input: { kind: 'text', placeholder: t('No name'), longest: longestText, clearable: true },
  group: t('Name'),
  bulk: false,
}

const servicePlanId: SettingsField = {
  key: 'servicePlanId',
  label: t('SMS service plan'),
  help: t(
    'Where text messages to the number go. Sinch does not list service plans; the ones on your numbers are offered.',
  ),
  input: { kind: 'listedChoice', clearable: true, idLabel: t('service plan ID') },
  onSave: t('Sinch links the service plan after saving, which takes a moment.'),
  onClear: t('Sinch unlinks the service plan after saving, which takes a moment.'),
  group: t('Messages'),
  bulk: true,
}

const campaignId: SettingsField = {
  key: 'campaignId',
  label: t('10DLC campaign'),
  help: t('The registered campaign that messages from a US number belong to.'),
  input: { kind: 'listedChoice', clearable: true, idLabel: t('campaign ID') },
  onSave: t('Sinch links the campaign after saving, which takes a moment.'),
  onClear: t('Sinch unlinks the campaign after saving, which takes a moment.'),
  group: t('Messages'),
  bulk: true,
}

function voiceFields(row: OwnedRow): readonly SettingsField[] {
  const ids = voiceTypes.map(({ type, key, label, idLabel, needed }): SettingsField => {
    return {
      key,
      label,
      help: idHelp[type],
      input: { kind: 'listedChoice', clearable: false, idLabel },
      visibleWhen: { key: 'voiceType', value: type },
      needed: { with: ['voiceType'], problem: needed },
      group: t('Calls'),
      bulk: true,
    }
  })
  return [voiceType(row), ...ids]
}

const idHelp = {
  RTC: t('The voice app that calls go to. Sinch does not list voice apps; the ones on your numbers are offered.'),
  EST: t('The elastic SIP trunk that calls go to.'),
  FAX: t('The fax service that receives what comes in.'),
} as const

function voiceType(row: OwnedRow): SettingsField {
  return {
    key: 'voiceType',
    label: t('Calls go to'),
    help: t('A number has one voice link: an app, a SIP trunk, a fax service, or none.'),
    input: { kind: 'fixedChoice', choices: voiceChoices(row) },
    onSave: t('The former voice link stays until Sinch has made the new one.'),
    onClear: t('Sinch takes the voice link off after saving, which takes a moment.'),
    group: t('Calls'),
    bulk: true,
  }
}

/** A type that we do not know is shown while the number has it. */
function voiceChoices(row: OwnedRow): readonly Choice[] {
  const known: readonly Choice[] = [
    { value: '', label: t('Nothing') },
    ...voiceTypes.map(({ type, label }) => ({ value: type, label })),
  ]
  const now = voiceLinkOf(row)?.type
  if (now === undefined || known.some(({ value }) => value === now)) return known
  return [...known, { value: now, label: plainSentence(now) || t('Unknown') }]
}

const callbackUrl: SettingsField = {
  key: 'callbackUrl',
  label: t('Callback URL'),
  help: t('Sinch tells this address what happens to the number.'),
  input: {
    kind: 'text',
    placeholder: 'https://example.com/numbers',
    longest: 2048,
    clearable: true,
    check: 'httpsUrl',
  },
  group: t('Events'),
  bulk: true,
}
