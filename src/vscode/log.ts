import type { LogOutputChannel } from 'vscode'
import type { Log } from '../core/log.ts'
import type { Redactor } from '../core/redaction.ts'

/** The output channel, with every line redacted before it is written. */
export function createLog(channel: LogOutputChannel, redactor: Redactor): Log {
  return {
    debug: (message) => channel.debug(redactor.redact(message)),
    info: (message) => channel.info(redactor.redact(message)),
    warn: (message) => channel.warn(redactor.redact(message)),
    error: (message) => channel.error(redactor.redact(message)),
  }
}
