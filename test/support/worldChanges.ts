/** What is different between two snapshots of a world: the path of each member with its new value, undefined when it is gone. */
export function worldChanges(before: unknown, after: unknown): Readonly<Record<string, unknown>> {
  const [old, now] = [new Map(leavesOf(before)), new Map(leavesOf(after))]
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path))
  return Object.fromEntries(paths.map((path) => [path, now.get(path)]))
}

function leavesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, path === '' ? name : `${path}.${name}`))
}
