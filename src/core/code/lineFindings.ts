/** A document as far as this module looks at it. */
export interface Lines {
  readonly lineCount: number
  readonly lineAt: (line: number) => string
}

/** Lines `first` to `last` were replaced by `count` lines. All zero-based, `last` included. */
export interface LineEdit {
  readonly first: number
  readonly last: number
  readonly count: number
}

/** What was found on each line of a document, kept while lines come, go and change. */
export interface LineFindings<Found> {
  /** Forgets the lines that an edit touched and moves those behind it. Edits come in the order in which they apply. */
  edit(edit: LineEdit): void
  /** Looks at the lines that are not known, and returns everything with its line. */
  update(lines: Lines): readonly { readonly line: number; readonly found: Found }[]
}

export function createLineFindings<Found>(find: (text: string) => readonly Found[]): LineFindings<Found> {
  let known: (readonly Found[] | undefined)[] = []
  return {
    edit({ first, last, count }) {
      const before = known.slice(0, first)
      const after = known.slice(last + 1)
      known = [...before, ...Array.from({ length: count }, () => undefined), ...after]
    },
    update({ lineCount, lineAt }) {
      if (known.length !== lineCount) known = Array.from({ length: lineCount }, () => undefined)
      known = known.map((found, line) => found ?? find(lineAt(line)))
      return known.flatMap((found, line) => found?.map((one) => ({ line, found: one })) ?? [])
    },
  }
}
