import type { OwnedNumber } from './ownedNumber.ts'

/** True when two readings of a number say the same, whatever objects they are made of. */
export function sameOwned(a: OwnedNumber, b: OwnedNumber): boolean {
  return a === b || sameData(a, b)
}

/** The same, but for the facts: a list that was remembered has none. */
export function sameButFacts(a: OwnedNumber, b: OwnedNumber): boolean {
  return sameData({ ...a, facts: [] }, { ...b, facts: [] })
}

/** Compares plain data. A member that is undefined counts as absent. */
function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => sameData(one, b[at]))
  }
  return membersOf(a, b).every((name) => sameData(Reflect.get(a, name), Reflect.get(b, name)))
}

function membersOf(a: object, b: object): string[] {
  const names = Object.keys(a)
  for (const name of Object.keys(b)) if (!(name in a)) names.push(name)
  return names
}
