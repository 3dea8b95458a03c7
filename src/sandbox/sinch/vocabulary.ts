export const numberTypes = ['MOBILE', 'LOCAL', 'TOLL_FREE'] as const
export type NumberType = (typeof numberTypes)[number]

export const capabilities = ['SMS', 'VOICE'] as const
export type Capability = (typeof capabilities)[number]

export const searchPatterns = ['START', 'CONTAINS', 'END'] as const
export type SearchPattern = (typeof searchPatterns)[number]

export const orderings = ['phoneNumber', 'displayName'] as const
export type Ordering = (typeof orderings)[number]

export const voiceTypes = ['RTC', 'EST', 'FAX'] as const
export type VoiceType = (typeof voiceTypes)[number]

/** Decimal text with its currency, as it stands in every price of the Numbers API. */
export interface Money {
  readonly currencyCode: string
  readonly amount: string
}

/** True when `text` is one of the closed list of words; narrows the type. */
export function isOneOf<T extends string>(words: readonly T[], text: unknown): text is T {
  return words.some((word) => word === text)
}
