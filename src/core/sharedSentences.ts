/** What is said of one thing, here of one number. */
export interface Saying {
  readonly name: string
  readonly sentences: readonly string[]
}

/** Every sentence once: as it is when it holds for all, else with the names of those it holds for. */
export function sharedSentences(sayings: readonly Saying[]): string[] {
  const names = new Map<string, Set<string>>()
  for (const { name, sentences } of sayings) {
    for (const sentence of sentences) names.set(sentence, (names.get(sentence) ?? new Set()).add(name))
  }
  return [...names].map(([sentence, about]) =>
    about.size === sayings.length ? sentence : `${[...about].join(', ')}: ${sentence}`,
  )
}
