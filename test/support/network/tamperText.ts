/** Where a value stands in a JSON document: names and places from the top. */
export type Place = readonly (string | number)[]

/** Every place in a document, the top included. */
export function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place]
  return [place, ...Object.entries(value).flatMap(([name, item]) => placesIn(item, [...place, name]))]
}

/** The document with another value at one place. Names like `__proto__` are ordinary names in it. */
export function withValueAt(value: unknown, place: Place, replacement: unknown): unknown {
  const [name, ...rest] = place
  if (name === undefined) return replacement
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === String(name) ? withValueAt(item, rest, replacement) : item))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === String(name) ? withValueAt(item, rest, replacement) : item,
    ]),
  )
}

/** The document with every text in it changed. */
export function withTexts(value: unknown, change: (text: string, name: string) => unknown, name = ''): unknown {
  if (typeof value === 'string') return change(value, name)
  if (Array.isArray(value)) return value.map((item) => withTexts(item, change, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, change, key)]))
}

/** All texts anywhere in a value, errors included, with the names they stand under. */
export function textsIn(value: unknown, name = ''): { readonly name: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ name, text: value }]
  if (value instanceof Error) return [...textsIn(value.message, 'message'), ...textsIn({ ...value }, name)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, Array.isArray(value) ? name : key))
}
