import type { FieldValue, KnownValue, NumberSettings, SettingsChange, SettingsField } from './numberSettings.ts'

/** True when both mean the same to a provider: nothing, an empty text and an empty list are one; the order of a list says nothing. */
export function sameFieldValue(a: FieldValue | null, b: FieldValue | null): boolean {
  return comparable(a) === comparable(b)
}

function comparable(value: FieldValue | null): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return value.trim() === '' ? 'null' : JSON.stringify(value.trim())
  return value.length === 0 ? 'null' : JSON.stringify([...value].sort())
}

/** True when a reading shows all of a change. What the provider does not tell does not show. */
export function showsChange({ values }: NumberSettings, change: SettingsChange): boolean {
  return Object.entries(change).every(([key, wanted]) => isKnownAs(values[key], wanted))
}

/** True when a reading tells that nothing of a change was done: every value it is about is the one that was seen before. */
export function showsNothingOf(change: SettingsChange, seen: NumberSettings, now: NumberSettings): boolean {
  return Object.entries(change).every(([key, wanted]) => {
    const before = seen.values[key]
    return before?.kind === 'known' && isKnownAs(now.values[key], before.value) && !isKnownAs(before, wanted)
  })
}

/** Without what the number is already: only what changes is sent. */
export function stillToDo({ values }: NumberSettings, change: SettingsChange): SettingsChange {
  return Object.fromEntries(Object.entries(change).filter(([key, wanted]) => !isKnownAs(values[key], wanted)))
}

/** The fields whose values are known to differ between two readings of one number. */
export function differences(seen: NumberSettings, now: NumberSettings): SettingsField[] {
  return now.fields.filter(({ key }) => {
    const [before, after] = [seen.values[key], now.values[key]]
    return before?.kind === 'known' && after?.kind === 'known' && !sameFieldValue(before.value, after.value)
  })
}

/** Only what belongs to fields that are shown: a field may be there for one value of another one only. */
export function visibleChange(
  fields: readonly SettingsField[],
  values: Readonly<Record<string, KnownValue>>,
  change: SettingsChange,
): SettingsChange {
  return Object.fromEntries(
    Object.entries(change).filter(([key]) => {
      const field = fields.find((candidate) => candidate.key === key)
      return field === undefined || isVisible(field, fields, values, change)
    }),
  )
}

/** True when the field is there for the values that other fields have, or are to have. */
export function isVisible(
  { visibleWhen }: SettingsField,
  fields: readonly SettingsField[],
  values: Readonly<Record<string, KnownValue>>,
  change: SettingsChange,
): boolean {
  if (visibleWhen === undefined) return true
  const known = values[visibleWhen.key]
  const value =
    change[visibleWhen.key] ?? (known?.kind === 'known' && change[visibleWhen.key] !== null ? known.value : '')
  const other = fields.find(({ key }) => key === visibleWhen.key)
  return value === visibleWhen.value && other !== undefined && isVisible(other, fields, values, change)
}

function isKnownAs(known: KnownValue | undefined, value: FieldValue | null): boolean {
  return known?.kind === 'known' && sameFieldValue(known.value, value)
}
