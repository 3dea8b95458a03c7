const longest = 2000

// Everything that moves or hides text instead of being text: control characters except tab and line break, and the
// marks that turn the writing direction, with which a name could make its neighbours read as something else.
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Text of a provider or person, fit to be shown: printable, without outer space, at most 2000 characters. */
export function displayText(text: string): string {
  const clean = text.replace(unprintable, (mark) => (mark === '\n' || mark === '\t' ? mark : '')).trim()
  const characters = [...clean]
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : clean
}
