import type { CountedText } from '../src/contract/formTexts.ts'

/** A sentence of the host with words of the page in the places of `{x}` and `{y}`. */
export function fillText(sentence: string, x: string, y = ''): string {
  return sentence.replace(/\{[xyn]\}/g, (place) => (place === '{y}' ? y : x))
}

/** The sentence for so many, the number as it is written in the language of the page. */
export function countText({ none, one, many }: CountedText, count: number, language: string): string {
  if (count === 0) return none
  return count === 1 ? one : fillText(many, count.toLocaleString(language))
}
