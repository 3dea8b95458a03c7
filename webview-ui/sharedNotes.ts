import type { SettingsFieldView } from '../src/contract/settingsView.ts'

export interface SharedNote {
  readonly id: string
  readonly text: string
}

/** By group: what all of its fields without a value of today have to say about that, so that it is said once. */
export function sharedNotes(fields: readonly SettingsFieldView[]): ReadonlyMap<string, SharedNote> {
  const groups = [...new Set(fields.map(({ group }) => group))]
  const notes = new Map<string, SharedNote>()
  for (const [place, group] of groups.entries()) {
    const [first, ...others] = fields.flatMap((field) =>
      field.group === group && field.value.kind === 'open' ? [field.value.note] : [],
    )
    if (first === undefined || others.length === 0 || others.some((note) => note !== first)) continue
    notes.set(group, { id: `note-${place}`, text: first })
  }
  return notes
}
