import { posix } from 'node:path'
import { moduleReferences } from '../../support/sourceTree/moduleReferences.ts'
import type { ParsedSource } from '../../support/sourceTree/parseSources.ts'
import type { Room } from './rooms.ts'

/** What a source names: a path of ours for a relative specifier, else the specifier itself. */
export function targetOf(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier
}

/** Every reference that the rooms do not allow, as "file:line names target (why)". */
export function importOffences(sources: readonly ParsedSource[], rooms: readonly Room[]): string[] {
  return sources.flatMap((source) => {
    const room = rooms.find((candidate) => candidate.files.test(source.path))
    if (room === undefined) return [`${source.path} belongs to no room`]
    return moduleReferences(source)
      .filter((reference) => {
        const target = targetOf(source.path, reference.specifier)
        return !room.mayName.some(
          (permission) =>
            permission.target.test(target) &&
            (permission.kinds === undefined || permission.kinds.includes(reference.kind)),
        )
      })
      .map(({ specifier, kind, line }) => `${source.path}:${line} (${room.name}) names ${specifier} (${kind})`)
  })
}
