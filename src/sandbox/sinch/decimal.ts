const FRACTION_DIGITS = 6

/** Decimal text as a whole number of millionths. @throws RangeError when the text is no plain decimal number. */
export function toMillionths(amount: string): bigint {
  const parts = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(amount)
  if (parts === null) throw new RangeError(`Not a decimal amount: ${amount}`)
  const [, sign = '', whole = '0', fraction = ''] = parts
  return BigInt(`${sign}${whole}${fraction.padEnd(FRACTION_DIGITS, '0')}`)
}

/** The inverse of toMillionths, with at least two and at most six fraction digits. */
export function fromMillionths(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(FRACTION_DIGITS + 1, '0')
  const fraction = digits.slice(-FRACTION_DIGITS).replace(/0{1,4}$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -FRACTION_DIGITS)}.${fraction}`
}
