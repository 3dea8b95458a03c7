import type { RestoreKey } from '../src/contract/settingsFormMessages.ts'
import type { Draft, FieldValue, SettingsFieldView } from '../src/contract/settingsView.ts'
import type { FormState, ViewMessage } from './formState.ts'

/** More is not taken back. */
const longestLabel = 200

/** The fields of the settings that are shown, undefined while there are none. */
export function fieldsOf({ shown }: FormState): readonly SettingsFieldView[] | undefined {
  const view = shown?.view
  return view?.kind === 'number' && view.settings.kind === 'ready' ? view.settings.fields : undefined
}

/** What a field holds now: what the person put there, else today's value. Undefined: there is none to show. */
export function heldValue(field: SettingsFieldView, draft: Draft): FieldValue | null | undefined {
  const changed = draft[field.key]
  if (changed !== undefined) return changed
  return field.value.kind === 'known' ? field.value.value : undefined
}

/** The draft with a field at a new value; undefined, or today's value, takes the field out of it. */
export function withEdit(draft: Draft, field: SettingsFieldView, value: FieldValue | null | undefined): Draft {
  const { [field.key]: _, ...others } = draft
  const isToday = field.value.kind === 'known' && same(field.value.value, value ?? null)
  return value === undefined || isToday ? others : { ...others, [field.key]: emptied(value) }
}

/** The draft without fields that are not there, and without values that are today's. */
export function prunedDraft(draft: Draft, fields: readonly SettingsFieldView[]): Draft {
  return fields.reduce<Draft>((kept, field) => withEdit(kept, field, draft[field.key]), {})
}

/** The fields that are shown: some are there for one value of another one only. */
export function visibleFields(fields: readonly SettingsFieldView[], draft: Draft): readonly SettingsFieldView[] {
  const isVisible = ({ visibleWhen }: SettingsFieldView): boolean => {
    if (visibleWhen === undefined) return true
    const other = fields.find(({ key }) => key === visibleWhen.key)
    return other !== undefined && (heldValue(other, draft) ?? '') === visibleWhen.value && isVisible(other)
  }
  return fields.filter(isVisible)
}

/** What brings the form back with the window. Labels that are not known yet are those that it came back with. */
export function keptState(state: FormState, { restore }: ViewMessage): RestoreKey {
  const { draft } = state
  const changed = fieldsOf(state)?.filter(({ key }) => draft[key] !== undefined)
  if (changed === undefined) return { ...restore, draft }
  return {
    ...restore,
    draft,
    labels: Object.fromEntries(changed.map(({ key, label }) => [key, label.slice(0, longestLabel)])),
  }
}

/** How many fields would be saved. */
export function changeCount(state: FormState): number {
  return visibleFields(fieldsOf(state) ?? [], state.draft).filter(({ key }) => state.draft[key] !== undefined).length
}

export function sameDraft(a: Draft, b: Draft): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
}

/** Nothing, a text without anything to be seen and an empty list mean the same. */
function emptied(value: FieldValue | null): FieldValue | null {
  return (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)
    ? null
    : value
}

function same(a: FieldValue | null, b: FieldValue | null): boolean {
  return JSON.stringify(sorted(emptied(a))) === JSON.stringify(sorted(emptied(b)))
}

function sorted(value: FieldValue | null): FieldValue | null {
  return Array.isArray(value) ? [...value].sort() : value
}
