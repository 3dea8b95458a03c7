import type { Notice, ReviewView } from '../../contract/settingsView.ts'
import type { FieldValue, NumberSettings, SettingsChange } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { differences, sameFieldValue, stillToDo, visibleChange } from '../../core/settingsCompare.ts'
import { changeLines, changeSentence, fieldWords } from '../../core/settingsWords.ts'
import { knownOf, type SharedSettings, sharedSettings } from '../../core/sharedSettings.ts'
import { t } from '../../core/words.ts'
import { displayText } from './displayText.ts'
import type { FieldChoices } from './fieldChoices.ts'

/** A change that a person was shown and may agree to, once. */
export interface ReviewedChange {
  readonly id: string
  readonly change: SettingsChange
  readonly items: readonly ReviewedNumber[]
}

/** What would be sent for one number. */
export interface ReviewedNumber {
  readonly number: E164
  readonly change: SettingsChange
  /** The settings as they were shown. */
  readonly seen: NumberSettings
  /** For the history. */
  readonly words: readonly string[]
}

export interface ReviewParts {
  readonly providerLabel: string
  readonly choices: Pick<FieldChoices, 'of'>
  readonly format: (number: E164) => string
  readonly redact: (text: string) => string
}

/** The part of a draft that can be sent now: of fields that are shown, and of numbers that are not like that already. */
export function reviewedItems(
  settings: readonly NumberSettings[],
  draft: SettingsChange,
  { choices, redact }: ReviewParts,
): { readonly change: SettingsChange; readonly items: readonly ReviewedNumber[] } {
  const shared = sharedSettings(settings)
  const { fields } = shared
  const change = visibleChange(fields, knownOf(shared), draft)
  const items = settings.flatMap((seen) => {
    const own = stillToDo(seen, change)
    if (Object.keys(own).length === 0) return []
    const lines = changeLines(fields, seen.values, own, choices.of)
    return [{ number: seen.number, change: own, seen, words: lines.map((line) => redact(changeSentence(line))) }]
  })
  return { change, items }
}

/** The question before saving. `before` are the settings as they were shown, of numbers where something else has changed meanwhile. */
export function reviewView(
  { id, change, items }: ReviewedChange,
  settings: readonly NumberSettings[],
  parts: ReviewParts,
  before: readonly NumberSettings[],
): ReviewView {
  const shared = sharedSettings(settings)
  const lines = changeLines(shared.fields, knownOf(shared), change, parts.choices.of)
  const show = (text: string) => displayText(parts.redact(text))
  const mixed = (key: string) => (shared.values[key]?.kind === 'mixed' ? t('different values') : t('not known'))
  const notices = reviewNotices(shared, change, parts)
  return {
    id,
    title: titleOf(items, parts),
    meanwhile: before
      .flatMap((one) => meanwhileLines(one, settings, parts))
      .map(({ label, was, now }) => ({ label: show(label), was: show(was), now: show(now) })),
    lines: lines.map(({ key, label, from, to }) => ({
      label: show(label),
      from: show(from ?? mixed(key)),
      to: show(to),
    })),
    notices,
    save: before.length > 0 || notices.some(({ severity }) => severity === 'warning') ? t('Overwrite') : t('Save'),
  }
}

function titleOf(items: readonly ReviewedNumber[], { format, providerLabel }: ReviewParts): string {
  const [first, ...others] = items
  if (first === undefined) return ''
  return others.length === 0
    ? t('Change {0} at {1}?', format(first.number), providerLabel)
    : t('Change {0} numbers at {1}?', items.length, providerLabel)
}

function meanwhileLines(before: NumberSettings, settings: readonly NumberSettings[], { choices, format }: ReviewParts) {
  const now = settings.find(({ number }) => number === before.number)
  if (now === undefined) return []
  return differences(before, now).map((field) => {
    const words = ({ values }: NumberSettings) => {
      const value = values[field.key]
      return value?.kind === 'known' ? fieldWords(field, value.value, choices.of) : t('not known')
    }
    const label = settings.length === 1 ? field.label : `${format(before.number)}, ${field.label}`
    return { label, was: words(before), now: words(now) }
  })
}

function reviewNotices(
  { fields, values }: SharedSettings,
  change: SettingsChange,
  { providerLabel }: ReviewParts,
): Notice[] {
  const changed = fields.filter(({ key }) => change[key] !== undefined)
  const unknown = changed.filter(({ key }) => values[key]?.kind === 'unknown').map(({ label }) => label)
  const onSave = new Set(
    changed.flatMap(({ key, onSave, onClear = onSave }) => (isCleared(change[key]) ? onClear : onSave) ?? []),
  )
  return [
    ...(unknown.length === 0 ? [] : [overwriting(unknown, providerLabel)]),
    ...[...onSave].map((text): Notice => ({ severity: 'info', text: displayText(text) })),
  ]
}

function isCleared(value: FieldValue | null | undefined): boolean {
  return value !== undefined && sameFieldValue(value, null)
}

function overwriting(labels: readonly string[], provider: string): Notice {
  const text = t(
    '{0} does not tell today’s value of {1}. Whatever it is, it will be replaced.',
    provider,
    labels.join(', '),
  )
  return { severity: 'warning', text: displayText(text) }
}
