import type { Activity } from '../../core/inventory.ts'
import { capabilityLabels, numberTypeLabel } from '../../core/numberKind.ts'
import type { NumberState, OwnedNumber } from '../../core/ownedNumber.ts'
import { describePrice, shortPrice } from '../../core/price.ts'
import { t } from '../../core/words.ts'

/** The state in a few words, undefined when there is nothing to say (active). */
export function stateText(state: NumberState, day: (iso: string) => string): string | undefined {
  switch (state.kind) {
    case 'active':
      return undefined
    case 'pending':
      return t('pending')
    case 'suspended':
      return t('suspended')
    case 'releasing':
      return state.until === undefined ? t('releasing') : t('releasing, yours until {0}', day(state.until))
    case 'released':
      return state.cancellableUntil === undefined
        ? t('released')
        : t('released, can be taken back until {0}', day(state.cancellableUntil))
    case 'other':
      return state.word
    default:
      return state satisfies never
  }
}

export function activityText(activity: Activity): string {
  switch (activity) {
    case 'renting':
      return t('Renting…')
    case 'releasing':
      return t('Releasing…')
    case 'cancellingRelease':
      return t('Taking the release back…')
    case 'changingSettings':
      return t('Changing settings…')
    default:
      return activity satisfies never
  }
}

/** The codicon of an owned or offered number: how it is reached. */
export function kindIcon(number: Pick<OwnedNumber, 'type' | 'capabilities'>): string {
  if (number.type === 'mobile') return 'device-mobile'
  return number.capabilities.includes('voice') ? 'call-incoming' : 'comment'
}

/** What stands behind the number in its row: state first, because it is what a person must not miss. */
export function numberDescription(owned: OwnedNumber, day: (iso: string) => string): string {
  const parts = [
    stateText(owned.state, day),
    owned.name,
    owned.type === undefined ? undefined : numberTypeLabel(owned.type),
    capabilityLabels(owned.capabilities).join(', '),
    shortPrice(owned.price),
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}

/** Everything a row shows, spoken: the editor reads it instead of label and description. */
export function spokenNumber(
  formatted: string,
  owned: OwnedNumber,
  country: string,
  day: (iso: string) => string,
): string {
  const capabilities = inWords(capabilityLabels(owned.capabilities))
  const parts = [
    formatted,
    owned.name,
    stateText(owned.state, day) ?? t('active'),
    country,
    owned.type === undefined ? undefined : numberTypeLabel(owned.type),
    capabilities === '' ? t('no capabilities known') : capabilities,
    describePrice(owned.price),
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}

/** "SMS, MMS and voice". */
function inWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : t('{0} and {1}', words.slice(0, -1).join(', '), last)
}
