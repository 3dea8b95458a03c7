import type { ChoiceView } from '../src/contract/settingsView.ts'
import type { ChoicesState } from './formState.ts'

/**
 * What a text that was typed stands for when the box is left: the one choice that is called so, else, where ids can be typed, itself.
 * Undefined: nothing.
 */
export function typedValue(text: string, choices: ChoicesState | undefined, typable: boolean): string | undefined {
  const listed = choices?.kind === 'loaded' ? choices.choices : []
  const [only, ...others] = namedLike(text, listed)
  if (only !== undefined && others.length === 0) return only.value
  return typable ? text : undefined
}

function namedLike(text: string, choices: readonly ChoiceView[]): readonly ChoiceView[] {
  const exact = choices.filter(({ value }) => value === text)
  if (exact.length > 0) return exact
  const wanted = text.toLocaleLowerCase()
  return choices.filter(({ value, label }) => [value, label].some((one) => one.toLocaleLowerCase() === wanted))
}
