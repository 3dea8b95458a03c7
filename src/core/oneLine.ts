// Control characters, line and paragraph separators, and the marks that hide text or turn its direction.
const unprintable = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]+/gu

/** Text of a person or provider as one line that cannot pretend to be more than text. */
export function oneLine(text: string): string {
  return text.replace(unprintable, ' ').replace(/ {2,}/g, ' ').trim()
}
