import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { remoteKind } from '../../../../src/vscode/help/remoteKind.ts'

describe('the kind of a window in a report', () => {
  it('tells what the window is connected to', () => {
    assert.equal(remoteKind(undefined), 'local')
    assert.equal(remoteKind('ssh-remote'), 'remote, ssh-remote')
  })

  it('never tells to which machine', () => {
    assert.equal(remoteKind('ssh-remote+build.intern.example'), 'remote, ssh-remote')
    assert.equal(remoteKind('127.0.0.1:8080'), 'remote, of another kind')
    assert.equal(remoteKind('build.intern.example'), 'remote, of another kind')
  })
})
