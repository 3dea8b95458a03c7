/** A phone number in E.164 form with its plus, e.g. `+13125550142`. The only form used inside the product. */
export type E164 = string & { readonly __e164: unique symbol }

const e164Pattern = /^\+[1-9]\d{1,14}$/

/** The text as E.164, or undefined when it is not. Accepts no spaces or brackets: those belong to `PhoneNumbering.parse`. */
export function parseE164(text: string): E164 | undefined {
  return e164Pattern.test(text) ? (text as E164) : undefined
}

/** Reads digits without a plus, as some providers write numbers. */
export function e164FromDigits(digits: string): E164 | undefined {
  return parseE164(`+${digits}`)
}

/** The number without its plus. */
export function digitsOf(number: E164): string {
  return number.slice(1)
}
