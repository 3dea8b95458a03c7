import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createRedactor } from '../../../src/core/redaction.ts'
import { createLog } from '../../../src/vscode/log.ts'

describe('the log', () => {
  it('remembers its last hundred lines for a report, without secrets', () => {
    const written: string[] = []
    const write = (line: string) => void written.push(line)
    const redactor = createRedactor()
    redactor.addSecret('hunter2hunter2')
    const channel = { debug: write, info: write, warn: write, error: write }
    const log = createLog(channel, redactor, () => new Date('2026-01-02T03:04:05Z'))
    for (let line = 1; line <= 120; line += 1) log.debug(`line ${line}`)
    log.warn('refused hunter2hunter2')
    const recent = log.recent()
    assert.equal(recent.length, 100)
    assert.equal(recent[0], '2026-01-02T03:04:05.000Z debug line 22')
    assert.equal(recent.at(-1), '2026-01-02T03:04:05.000Z warn refused [secret]')
    assert.equal(written.length, 121)
  })
})
