/** What a number's `application` member points at. The id is opaque: 17 digits or a UUID, never to be read as a JavaScript number. */
export interface ApplicationLink {
  readonly kind: 'application' | 'trunk'
  readonly id: string
}

const patterns = [
  { kind: 'application', pattern: /\/Application\/([^/]+)\/?$/i },
  { kind: 'trunk', pattern: /\/Zentrunk\/Trunk\/([^/]+)\/?$/i },
] as const

/** Reads `/v1/Account/…/Application/<id>/`, `…/Zentrunk/Trunk/<id>/` or a bare id; undefined when the number goes nowhere. */
export function parseApplication(application: string | null | undefined): ApplicationLink | undefined {
  const text = application?.trim() ?? ''
  for (const { kind, pattern } of patterns) {
    const id = pattern.exec(text)?.[1]
    if (id !== undefined) return { kind, id }
  }
  return text === '' || text.includes('/') ? undefined : { kind: 'application', id: text }
}

/** "app 21004477130012345", "trunk 5f0c…": where calls and messages go, in few words. */
export function describeApplication(link: ApplicationLink): string {
  return `${link.kind === 'trunk' ? 'trunk' : 'app'} ${link.id}`
}
