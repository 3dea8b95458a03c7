import type { Choice } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'

/**
 * Trunks that numbers of this account were seen to go to. Plivo lists applications only, and a trunk's id is given where an application's
 * would be: what was seen stays a choice. Remembered for this session.
 */
export interface SeenTrunks {
  add(id: string): void
  choices(): readonly Choice[]
}

export function createSeenTrunks(): SeenTrunks {
  const ids = new Set<string>()
  return {
    add: (id) => void ids.add(id),
    choices: () => [...ids].map((id) => ({ value: id, label: t('SIP trunk {0}', id), hint: id })),
  }
}
