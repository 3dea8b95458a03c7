/** Puts an English text into another language and its values at `{0}`, `{1}` and so on. */
export type Translate = (english: string, ...values: TextValue[]) => string
export type TextValue = string | number

interface Words {
  readonly translate: Translate
  readonly language: string
}

/** All bundles of the process look here. */
const slot = Symbol.for('phoneNumbers.words')

/** Sets the language of all texts, for every bundle of this process. `language` is its BCP 47 tag. To be called before other modules make texts. */
export function speak(language: string, translate: Translate): void {
  Reflect.set(globalThis, slot, { language, translate } satisfies Words)
}

/**
 * A text for people. Its English is its key in `l10n/bundle.l10n.*.json`, so it stands here whole and as a literal, with `{0}` where the
 * first value goes. English where no language was set.
 */
export function t(english: string, ...values: TextValue[]): string {
  const translate = words()?.translate ?? inEnglish
  return translate(english, ...values)
}

/** The language that texts are in: for the names of countries, and for how numbers are written. */
export function language(): string {
  return words()?.language ?? 'en'
}

/** "1 number", "1,204 numbers": `one` and `many` are texts already, `{0}` in `many` is the count. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : many.replace('{0}', count.toLocaleString(language()))
}

function inEnglish(english: string, ...values: TextValue[]): string {
  return english.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place))
}

function words(): Words | undefined {
  return Reflect.get(globalThis, slot)
}
