import { moduleReferences } from '../../support/sourceTree/moduleReferences.ts'
import type { ParsedSource } from '../../support/sourceTree/parseSources.ts'
import { targetOf } from './importOffences.ts'

/** Packages that are loaded as soon as one of the entries starts, as "file:line names package". An `import()` comes later and is free. */
export function earlyPackages(scripts: readonly ParsedSource[], entries: readonly string[]): string[] {
  const waiting = [...entries]
  const reached = new Set<string>()
  const offences: string[] = []
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const source = scripts.find((script) => script.path === path)
    if (source === undefined || reached.has(path)) continue
    reached.add(path)
    for (const { specifier, kind, line } of moduleReferences(source)) {
      if (kind !== 'value' || specifier.startsWith('node:')) continue
      if (specifier.startsWith('.')) waiting.push(targetOf(path, specifier))
      else offences.push(`${path}:${line} names ${specifier}`)
    }
  }
  return offences
}
