import type { Notice, SettingsFieldView, SettingsView } from '../../contract/settingsView.ts'
import type { Provisioning, SettingsField } from '../../core/numberSettings.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { fieldWords } from '../../core/settingsWords.ts'
import { type SharedValue, sharedSettings } from '../../core/sharedSettings.ts'
import { t } from '../../core/words.ts'
import { displayText } from './displayText.ts'
import type { FieldChoices } from './fieldChoices.ts'
import type { Readings } from './numberReadings.ts'

export interface ViewParts {
  readonly readings: Readings
  readonly providerLabel: string
  readonly choices: Pick<FieldChoices, 'of'>
  readonly numbering: PhoneNumbering
  readonly redact: (text: string) => string
  /** A failure as a sentence. */
  readonly describe: (error: unknown) => string
}

type ReadyView = Extract<SettingsView, { kind: 'ready' }>

/** What the form shows of the settings that were read. */
export function settingsViewOf(parts: ViewParts): Omit<ReadyView, 'results' | 'news'> {
  const { fields, values } = sharedSettings(parts.readings.settings)
  return {
    kind: 'ready',
    fields: fields.map((field) => fieldView(field, values[field.key], parts)),
    notices: [...leftOutNotices(parts), ...provisioningNotices(parts), ...emptyNotices(fields, parts)],
  }
}

function fieldView(field: SettingsField, value: SharedValue | undefined, parts: ViewParts): SettingsFieldView {
  const { key, label, help, group, visibleWhen, input } = field
  return {
    ...{ key, label: displayText(label), help: displayText(help), group: displayText(group), input: inputView(input) },
    ...(visibleWhen === undefined ? {} : { visibleWhen }),
    ...waitingView(field, parts),
    value: valueView(field, value, parts),
  }
}

/** Of several numbers the notices tell, which name the number. */
function waitingView(
  field: SettingsField,
  { readings, providerLabel, choices, redact }: ViewParts,
): Pick<SettingsFieldView, 'waiting'> {
  const [only, ...others] = readings.settings
  const coming = only?.provisioning.find((one) => one.coming?.[field.key] !== undefined)?.coming?.[field.key]
  if (coming === undefined || others.length > 0) return {}
  const text = t('{0} is changing it to {1}.', providerLabel, fieldWords(field, coming, choices.of))
  return { waiting: displayText(redact(text)) }
}

function inputView(input: SettingsField['input']): SettingsFieldView['input'] {
  switch (input.kind) {
    case 'text':
      return { kind: 'text', placeholder: displayText(input.placeholder), longest: input.longest }
    case 'fixedChoice':
      return {
        kind: 'fixedChoice',
        choices: input.choices.map(({ value, label }) => ({ value, label: displayText(label) })),
      }
    case 'toggle':
    case 'listedChoice':
    case 'ownNumbers':
      return input
    default:
      return input satisfies never
  }
}

function valueView(field: SettingsField, value: SharedValue | undefined, parts: ViewParts): SettingsFieldView['value'] {
  if (value?.kind === 'mixed')
    return { kind: 'open', note: t('The numbers have different values. They stay as they are until you set them.') }
  if (value?.kind !== 'known') {
    return {
      kind: 'open',
      note: t('{0} does not tell today’s value. It stays as it is until you set it.', parts.providerLabel),
    }
  }
  const words = displayText(parts.redact(fieldWords(field, value.value, parts.choices.of)))
  if (typeof value.value === 'string') return { kind: 'known', value: parts.redact(value.value), words }
  return { kind: 'known', value: typeof value.value === 'boolean' ? value.value : [...value.value], words }
}

function leftOutNotices({ readings, numbering, describe }: ViewParts): Notice[] {
  return readings.leftOut.map(({ number, error }) => ({
    severity: 'warning',
    text: `${t('{0} is left out.', numbering.format(number))} ${describe(error)}`,
  }))
}

function provisioningNotices({ readings, providerLabel, numbering }: ViewParts): Notice[] {
  const several = readings.settings.length > 1
  return readings.settings.flatMap(({ number, provisioning }) =>
    provisioning.map((one) => {
      const text = provisioningText(one, providerLabel)
      return { severity: severityOf(one), text: several ? `${numbering.format(number)}: ${text}` : text }
    }),
  )
}

function provisioningText({ subject, status, detail }: Provisioning, provider: string): string {
  const what = {
    waiting: t('{0}: waiting at {1}.', subject, provider),
    inProgress: t('{0}: {1} is working on it.', subject, provider),
    failed: t('{0}: {1} could not do it.', subject, provider),
  }[status]
  return displayText(`${what} ${detail}`)
}

function severityOf({ status }: Provisioning): Notice['severity'] {
  return status === 'failed' ? 'error' : 'info'
}

function emptyNotices(fields: readonly SettingsField[], { readings, providerLabel }: ViewParts): Notice[] {
  if (fields.length > 0) return []
  const text =
    readings.settings.length > 1
      ? t('These numbers have no settings in common that can be changed together.')
      : t('{0} has nothing to set for this number now.', providerLabel)
  return [{ severity: 'info', text }]
}
