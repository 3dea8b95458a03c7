/** The text by which a row without a number is known again when it comes twice. Rows that are too deep to be written are all the same. */
export function rowKey(row: unknown): string {
  try {
    return JSON.stringify(row) ?? ''
  } catch {
    return 'too deep'
  }
}
