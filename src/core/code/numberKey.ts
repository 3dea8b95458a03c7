// `SMS_FROM=`, `"senderNumber": "`, `phone_number: `, `const from = '`: a key, then its sign, then perhaps a quote and some digits, or the beginning of a name.
const assignment =
  /([A-Za-z][\w.-]{0,80})["'`]?\]?\s{0,8}(?:=>|:=|=|:)\s{0,8}(["'`]?)(\+?[\d\s().-]{0,24}|\p{L}[\p{L}\p{M}\d ]{0,24})$/u
const lookBack = 200
const keyWords = new Set(['from', 'sender', 'number', 'phone', 'callerid', 'msisdn', 'src', 'originator', 'did'])
/** These alone mean too many other things: an address of a picture, for one. */
const onlyBehindAnother = new Set(['src', 'did'])

/** The value that is being written for a key that names a phone number. */
export interface NumberKey {
  readonly key: string
  /** How the value was opened; empty when it was not. */
  readonly quote: string
  /** What is written of the value already. */
  readonly written: string
}

/** What the text before the cursor, on its line, is about to name; undefined when that is not a phone number. */
export function numberKey(beginning: string): NumberKey | undefined {
  const match = assignment.exec(beginning.slice(-lookBack))
  if (match === null) return undefined
  const [, key = '', quote = '', written = ''] = match
  return namesNumber(key) ? { key, quote, written } : undefined
}

/** True for a key whose last word is one of those that stand for a number: `SMS_FROM`, `sender`, `supportNumber`. */
function namesNumber(key: string): boolean {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_.-]+/)
    .filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  if (onlyBehindAnother.has(last) && words.length === 1) return false
  return keyWords.has(last) || keyWords.has(words.slice(-2).join(''))
}
