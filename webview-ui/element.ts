interface ElementParts {
  readonly class?: string
  /** Shown as text, whatever it contains. */
  readonly text?: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** An HTML element made of text and other elements; text is never read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  parts: ElementParts = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (parts.class !== undefined) made.className = parts.class
  if (parts.text !== undefined) made.textContent = parts.text
  for (const [attribute, value] of Object.entries(parts.attributes ?? {})) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}

/** The language of all texts here, as the host wrote it. */
export function pageLanguage(): string {
  return document.documentElement.lang
}

/** Text of a provider or person: set apart, so that its writing direction stays its own. */
export function ownText(text: string): HTMLElement {
  return element('bdi', { text })
}
