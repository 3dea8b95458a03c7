/** Where the product writes what happened. Everything written has passed redaction. */
export interface Log {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** A log that remembers its last lines, for a report of a problem. */
export interface RememberingLog extends Log {
  /** The oldest first: ISO instant, level, message. */
  recent(): readonly string[]
}
