import type { WorkspaceConfiguration } from 'vscode'

export interface DeclaredSetting {
  readonly name: string
  /** The texts it can be; any other text is not shown. */
  readonly words: readonly string[]
}

const places = [
  ['globalValue', 'user'],
  ['workspaceValue', 'workspace'],
  ['workspaceFolderValue', 'folder'],
] as const

/** Settings that differ from their default and where they were set. Of values only what cannot tell anything about a person: switches, figures, words to choose from. */
export function changedSettings(
  settings: readonly DeclaredSetting[],
  inspect: WorkspaceConfiguration['inspect'],
): readonly (readonly [name: string, value: string])[] {
  return settings.flatMap(({ name, words }) => {
    const found = inspect<unknown>(name)
    if (found === undefined) return []
    return places.flatMap(([key, place]) => {
      const value: unknown = found[key]
      if (value === undefined || JSON.stringify(value) === JSON.stringify(found.defaultValue)) return []
      return [[name, `${harmless(value, words)} (${place})`] as const]
    })
  })
}

function harmless(value: unknown, words: readonly string[]): string {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'string' && words.includes(value)) return value
  if (typeof value !== 'object' || value === null) return 'set'
  const count = Object.keys(value).length
  return `set, ${count} ${count === 1 ? 'entry' : 'entries'}`
}
