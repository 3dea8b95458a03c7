import type { SettingsTools } from '../../core/changeSettings.ts'
import type { SettingsField } from '../../core/numberSettings.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { Choice } from '../../core/providerDefinition.ts'
import { displayText } from './displayText.ts'

/** The choices of fields, loaded when a field asks for them and kept as long as the form is open. */
export interface FieldChoices {
  /** Loads the choices of a field, or hands out those that were loaded. Rejects when they cannot be had; the next call tries again. */
  load(field: SettingsField): Promise<readonly Choice[]>
  /** Those that are known already. */
  of(field: SettingsField): readonly Choice[]
}

export interface ChoiceSources {
  readonly driver: () => Promise<Pick<SettingsTools['driver'], 'listChoices'>>
  readonly ownNumbers: () => Promise<readonly OwnedNumber[]>
  readonly numbering: PhoneNumbering
  readonly signal: AbortSignal
}

export function createFieldChoices(sources: ChoiceSources): FieldChoices {
  const known = new Map<string, readonly Choice[]>()
  return {
    async load(field) {
      const loaded = known.get(field.key) ?? (await fetchChoices(sources, field))
      known.set(field.key, loaded)
      return loaded
    },
    of: (field) => known.get(field.key) ?? [],
  }
}

async function fetchChoices(sources: ChoiceSources, { key, input }: SettingsField): Promise<readonly Choice[]> {
  if (input.kind === 'ownNumbers') {
    return (await sources.ownNumbers()).map((owned) => numberChoice(owned, sources.numbering))
  }
  const driver = await sources.driver()
  return distinct(await driver.listChoices(key, sources.signal))
}

function numberChoice({ number, name }: OwnedNumber, numbering: PhoneNumbering): Choice {
  const hint = displayText(name ?? '')
  return { value: number, label: numbering.format(number), ...(hint === '' ? {} : { hint }) }
}

/** Printable, and each id once. */
function distinct(choices: readonly Choice[]): readonly Choice[] {
  const byValue = new Map<string, Choice>()
  for (const { value, label, hint } of choices) {
    if (byValue.has(value)) continue
    const shown = displayText(hint ?? '')
    byValue.set(value, { value, label: displayText(label) || value, ...(shown === '' ? {} : { hint: shown }) })
  }
  return [...byValue.values()]
}
