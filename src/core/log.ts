/** Where the product writes what happened. Everything written has passed redaction. */
export interface Log {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}
