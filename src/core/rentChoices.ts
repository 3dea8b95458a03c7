import type { ProviderDefinition } from './providerDefinition.ts'

/** What a person chose for a rent in words: the label of each chosen field and what was chosen. */
export type ChosenOptions = readonly (readonly [label: string, value: string])[]

/** The choices of a rent as the money question says them, also those where the provider's default applies. */
export function choiceLines(definition: ProviderDefinition, chosen: ChosenOptions): ChosenOptions {
  const known = new Map(chosen)
  const labels = new Set(definition.rentFields.map((field) => field.label))
  const own = definition.rentFields.flatMap((field): ChosenOptions => {
    const value = known.get(field.label) ?? field.otherwise
    return value === undefined ? [] : [[field.label, value]]
  })
  return [...own, ...chosen.filter(([label]) => !labels.has(label))]
}

/** What happens next after a rent at this provider with these choices. */
export function rentNotesOf(definition: ProviderDefinition, chosen: ChosenOptions): readonly string[] {
  const labels = new Set(chosen.map(([label]) => label))
  return [
    ...definition.rentNotes,
    ...definition.rentFields.flatMap(({ label, note }) => (note === undefined || !labels.has(label) ? [] : [note])),
  ]
}
