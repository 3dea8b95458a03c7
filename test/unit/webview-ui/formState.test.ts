import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CardAction } from '../../../src/contract/numberCard.ts'
import { formProtocol, type HostMessage } from '../../../src/contract/settingsFormMessages.ts'
import { formWords } from '../../../src/vscode/settingsForm/formWords.ts'
import { type FormState, initialState, isPending, isWorking, protocol } from '../../../webview-ui/formState.ts'
import { pressed } from '../../../webview-ui/formSteps.ts'
import { received as step } from '../../../webview-ui/received.ts'

const received = (state: FormState, message: HostMessage) => step(state, message, 'request-0').state

const actions: CardAction[] = [
  { id: 'copy', label: 'Copy' },
  { id: 'refresh', label: 'Refresh', doing: 'Refreshing…' },
]
const view = (title: string): HostMessage => ({
  v: formProtocol,
  type: 'view',
  view: { kind: 'missing', missing: { title, notices: [], actions } },
  texts: formWords,
  restore: { v: formProtocol, accountId: 'account-1', numbers: ['+13125550142'], labels: {} },
})
const outcome = (replyTo: string, more: { outcome?: 'done' | 'failed'; message?: string } = {}): HostMessage => ({
  v: formProtocol,
  type: 'outcome',
  replyTo,
  outcome: 'done',
  ...more,
})
const shown = received(initialState, view('one'))

describe('the state of the form', () => {
  it('speaks the version of the contract', () => assert.equal(protocol, formProtocol))

  it('shows the latest view', () => {
    const state = received(shown, view('two'))
    assert.deepEqual(state.shown, view('two'))
  })

  it('asks the host once for what a button stands for, and says what is going on', () => {
    const first = pressed(shown, 'refresh', 'request-1')
    assert.deepEqual(first.message, { v: formProtocol, type: 'refresh', id: 'request-1' })
    assert.deepEqual(first.state.status, { tone: 'working', text: 'Refreshing…' })
    const second = pressed(first.state, 'refresh', 'request-2')
    assert.equal(second.message, undefined)
    assert.equal(second.state, first.state)
  })

  it('lets other buttons work meanwhile', () => {
    const { state } = pressed(shown, 'refresh', 'request-1')
    const { state: both, message } = pressed(state, 'copy', 'request-2')
    assert.equal(message?.type, 'copy')
    assert.ok(isPending(both, 'refresh') && isPending(both, 'copy'))
  })

  it('is working only while something takes its time', () => {
    const { state: copying } = pressed(shown, 'copy', 'request-1')
    assert.equal(isWorking(copying), false)
    const { state: refreshing } = pressed(copying, 'refresh', 'request-2')
    assert.equal(isWorking(refreshing), true)
    assert.equal(isWorking(received(refreshing, outcome('request-2'))), false)
  })

  it('takes the last result away before it says the next, so that the same words are heard again', () => {
    const done = (state: FormState, id: string) => received(state, outcome(id, { message: 'Copied.' }))
    const first = done(pressed(shown, 'copy', 'request-1').state, 'request-1')
    assert.deepEqual(first.status, { tone: 'done', text: 'Copied.' })
    const again = pressed(first, 'copy', 'request-2').state
    assert.equal(again.status, undefined)
    assert.deepEqual(done(again, 'request-2').status, { tone: 'done', text: 'Copied.' })
  })

  it('says what failed and can be asked again', () => {
    const asked = pressed(shown, 'refresh', 'request-1').state
    const failed = received(asked, outcome('request-1', { outcome: 'failed', message: 'No answer in time.' }))
    assert.deepEqual(failed.status, { tone: 'failed', text: 'No answer in time.' })
    assert.equal(pressed(failed, 'refresh', 'request-2').message?.type, 'refresh')
  })

  it('does not move for an answer to nothing that was asked', () => {
    const asked = pressed(shown, 'refresh', 'request-1').state
    assert.equal(received(asked, outcome('request-9', { message: 'Copied.' })), asked)
    const answered = received(asked, outcome('request-1'))
    assert.equal(received(answered, outcome('request-1', { message: 'again' })), answered)
  })

  it('keeps what is going on when a new view arrives', () => {
    const asked = pressed(shown, 'refresh', 'request-1').state
    const updated = received(asked, view('two'))
    assert.ok(isPending(updated, 'refresh'))
    assert.equal(updated.status?.text, 'Refreshing…')
  })
})

describe('the line at the end', () => {
  const withNews = (text: string): HostMessage => ({
    ...{ v: formProtocol, type: 'view', texts: formWords },
    restore: { v: formProtocol, accountId: 'account-1', numbers: ['+13125550142'], labels: {} },
    view: {
      kind: 'number',
      card: {
        ...{ title: '', providerLabel: '', accountLabel: '', sandbox: false, notices: [], groups: [], actions: [] },
      },
      settings: { kind: 'ready', fields: [], notices: [], results: [], news: { tone: 'failed', text } },
    },
  })
  const waiting: FormState = { ...shown, status: { tone: 'done', text: 'Saved. It is worked on.' } }

  it('says what came of the provider’s work in place of what was said before, once', () => {
    const told = received(waiting, withNews('It could not be made.'))
    assert.deepEqual(told.status, { tone: 'failed', text: 'It could not be made.' })
    const copied: FormState = { ...told, status: { tone: 'done', text: 'Copied.' } }
    assert.equal(received(copied, withNews('It could not be made.')).status?.text, 'Copied.')
  })

  it('keeps what is going on now', () => {
    const working: FormState = { ...shown, status: { tone: 'working', text: 'Saving…' } }
    assert.equal(received(working, withNews('It was made.')).status?.text, 'Saving…')
  })
})
