import { parseDigitPattern } from './digitPattern.ts'

/** What to say about digits that a person types: a `problem` cannot be searched, a `hint` may be a slip. */
export interface DigitAdvice {
  readonly kind: 'problem' | 'hint'
  readonly text: string
}

/** Undefined when there is nothing to say. Digits are searched without the country's calling code. */
export function adviseOnDigits(text: string, callingCode: string | undefined): DigitAdvice | undefined {
  const compact = text.replace(/[\s().-]/g, '')
  const international = /^(?:\+|00)(\d*)\*?$/.exec(compact)?.[1]
  if (international !== undefined) return { kind: 'problem', text: aboutInternational(international, callingCode) }
  const pattern = parseDigitPattern(text)
  if (pattern === 'invalid') return { kind: 'problem', text: 'Type digits, with * before or around them, or nothing.' }
  if (pattern?.position !== 'start' || callingCode === undefined) return undefined
  const rest = pattern.digits.startsWith(callingCode) ? pattern.digits.slice(callingCode.length) : ''
  if (rest === '') return undefined
  return { kind: 'hint', text: `If ${callingCode} is the country code here, leave it out and type ${rest}.` }
}

function aboutInternational(digits: string, callingCode: string | undefined): string {
  if (callingCode === undefined) return 'Type the digits without the country code.'
  if (!digits.startsWith(callingCode))
    return `Numbers of this country start with +${callingCode}. Type what comes after that.`
  const rest = digits.slice(callingCode.length)
  return rest === ''
    ? `+${callingCode} is the country code, which is searched anyway. Type what comes after it.`
    : `+${callingCode} is the country code, which is searched anyway. Type ${rest}.`
}
