import { parseDigitPattern } from './digitPattern.ts'
import { t } from './words.ts'

/** What to say about digits that a person types: a `problem` cannot be searched, a `hint` may be a slip. */
export interface DigitAdvice {
  readonly kind: 'problem' | 'hint'
  readonly text: string
}

/** What a country's numbers are dialled with, and what no search is to begin with. */
export interface DialledBefore {
  readonly callingCode: string | undefined
  /** Dialled inside the country only: "0" in the United Kingdom. */
  readonly trunkPrefix: string | undefined
}

/** Undefined when there is nothing to say. Digits are searched without the country's calling code and without its trunk prefix. */
export function adviseOnDigits(text: string, before: DialledBefore): DigitAdvice | undefined {
  const compact = text.replace(/[\s().-]/g, '')
  const international = /^(?:\+|00)(\d*)\*?$/.exec(compact)?.[1]
  if (international !== undefined) return { kind: 'problem', text: aboutInternational(international, before) }
  const pattern = parseDigitPattern(text)
  if (pattern === 'invalid')
    return { kind: 'problem', text: t('Type digits, with * before or around them, or nothing.') }
  if (pattern?.position !== 'start') return undefined
  const { digits } = pattern
  const national = withoutTrunk(digits, before)
  if (national !== digits) return { kind: 'hint', text: aboutTrunk(digits.slice(0, -national.length), national) }
  const { callingCode } = before
  const rest = callingCode !== undefined && digits.startsWith(callingCode) ? digits.slice(callingCode.length) : ''
  if (rest === '') return undefined
  return { kind: 'hint', text: aboutCountryCode(digits.slice(0, -rest.length), rest) }
}

/** Only where it starts with zero: Russia's 8, for one, may begin an area code too. Without anything after it the digits stay. */
function withoutTrunk(digits: string, { trunkPrefix }: DialledBefore): string {
  if (trunkPrefix === undefined || !trunkPrefix.startsWith('0') || !digits.startsWith(trunkPrefix)) return digits
  return digits.slice(trunkPrefix.length) || digits
}

function aboutCountryCode(code: string, rest: string): string {
  return t('If {0} is the country code here, leave it out and type {1}.', code, rest)
}

function aboutTrunk(prefix: string, rest: string): string {
  return t('The {0} in front is only dialled inside the country. Leave it out and type {1}.', prefix, rest)
}

function aboutInternational(digits: string, before: DialledBefore): string {
  const { callingCode } = before
  if (callingCode === undefined) return t('Type the digits without the country code.')
  if (!digits.startsWith(callingCode))
    return t('Numbers of this country start with +{0}. Type what comes after that.', callingCode)
  const rest = withoutTrunk(digits.slice(callingCode.length), before)
  return rest === ''
    ? t('+{0} is the country code, which is searched anyway. Type what comes after it.', callingCode)
    : t('+{0} is the country code, which is searched anyway. Type {1}.', callingCode, rest)
}
