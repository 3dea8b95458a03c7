import type { LogOutputChannel } from 'vscode'
import type { Log, RememberingLog } from '../core/log.ts'
import type { Redactor } from '../core/redaction.ts'

const mostRemembered = 100

/** The output channel, with every line redacted before it is written. */
export function createLog(
  channel: Pick<LogOutputChannel, keyof Log>,
  redactor: Redactor,
  now: () => Date,
): RememberingLog {
  const lines: string[] = []
  const write = (level: keyof Log) => (message: string) => {
    const clean = redactor.redact(message)
    channel[level](clean)
    lines.push(`${now().toISOString()} ${level} ${clean}`)
    if (lines.length > mostRemembered) lines.shift()
  }
  return {
    ...{ debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    recent: () => [...lines],
  }
}
