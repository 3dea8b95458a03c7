import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createBook } from '../../../src/core/accountBook.ts'
import { problemReport, type ReportFacts } from '../../../src/core/problemReport.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../support/builders.ts'

const facts: ReportFacts = {
  surroundings: [['Extension', '0.1.0']],
  accounts: [],
  providerOf: (id) => (id === 'testphone' ? 'Testphone' : id),
  settings: [],
  history: '0 entries, 0 without an outcome',
  log: [],
  address: undefined,
}

describe('a report of a problem', () => {
  it('asks what happened and says where to send it, without an address that nobody has', () => {
    const text = problemReport(facts)
    assert.match(text, /^# Problem with Phone Numbers\n/)
    assert.match(text, /send all of it to whoever gave you this extension\./)
    assert.match(
      problemReport({ ...facts, address: 'https://example.com/bugs' }),
      /report at https:\/\/example\.com\/bugs\./,
    )
    assert.match(text, /## Accounts\n\nNone\./)
  })

  it('counts accounts by provider and state, and names none', () => {
    const complete = createBook(buildAccount({ label: 'Blumen Meyer' }))
    complete.put(buildOwnedNumber('+13125550142'))
    complete.finishComplete(1)
    const failed = createBook(buildAccount({ id: 'account-2', label: 'Zweite', endpointsOverridden: true }))
    failed.finishIncomplete(buildError('auth'), 1)
    const sandbox = createBook(buildAccount({ id: 'account-3', sandbox: true, endpointsOverridden: true }))
    const text = problemReport({ ...facts, accounts: [complete, failed, sandbox].map((book) => book.view()) })
    assert.match(
      text,
      /- Testphone: 1 complete, endpoint default; 1 failed \(auth\), endpoint overridden; numbers: 1\n/,
    )
    assert.match(text, /- Testphone \(sandbox\): 1 notLoaded; numbers: 0\n/)
    assert.doesNotMatch(text, /Meyer|Zweite|3125550142|api\.example\.com/)
  })

  it('shows the log as text, whatever stands in it', () => {
    const text = problemReport({ ...facts, log: ['first ```', '# not a heading'] })
    assert.match(text, /```text\nfirst '''\n# not a heading\n```\n$/)
  })
})
