import { t } from './words.ts'

/** The number types a search can ask for. Providers may answer with words outside this set; those are shown as they are. */
export const knownNumberTypes = ['local', 'mobile', 'tollFree', 'national', 'fixed'] as const
export type KnownNumberType = (typeof knownNumberTypes)[number]

/** A known type or the provider's own word. */
export type NumberType = KnownNumberType | (string & {})

/** What a number can do. Open set, lower case: sms, mms, voice, fax, rcs, imessage, whatsapp ... */
export type Capability = string

const typeLabels: Record<KnownNumberType, string> = {
  local: t('local'),
  mobile: t('mobile'),
  tollFree: t('toll-free'),
  national: t('national'),
  fixed: t('fixed'),
}

/** The type as people say it: "toll-free". */
export function numberTypeLabel(type: NumberType): string {
  return isKnownNumberType(type) ? typeLabels[type] : type
}

export function isKnownNumberType(type: string): type is KnownNumberType {
  return Object.hasOwn(typeLabels, type)
}

const knownCapabilities = new Map([
  ['sms', 'SMS'],
  ['mms', 'MMS'],
  ['voice', t('voice')],
  ['fax', t('fax')],
  ['rcs', 'RCS'],
  ['imessage', 'iMessage'],
  ['whatsapp', 'WhatsApp'],
])

/** The capability as people say it: "SMS". */
export function capabilityLabel(capability: Capability): string {
  return knownCapabilities.get(capability.toLowerCase()) ?? capability
}

/** The capabilities as people say them, in one order for all providers; words we do not know come last. */
export function capabilityLabels(capabilities: readonly Capability[]): string[] {
  const order = [...knownCapabilities.keys()]
  const rank = (capability: Capability) => {
    const at = order.indexOf(capability.toLowerCase())
    return at < 0 ? order.length : at
  }
  return [...capabilities].sort((a, b) => rank(a) - rank(b)).map(capabilityLabel)
}
