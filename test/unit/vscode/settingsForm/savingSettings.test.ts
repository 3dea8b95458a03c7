import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import type { HostMessage } from '../../../../src/contract/settingsFormMessages.ts'
import { parseHostMessage } from '../../../../src/contract/settingsFormMessages.ts'
import type { Draft, ReviewView } from '../../../../src/contract/settingsView.ts'
import { settingsFailure } from '../../../support/settingsForm/pretendedSettings.ts'
import { e164, sampleNumber } from '../../../support/settingsForm/sampleNumbers.ts'
import { ask, createSessionWorld, type SessionWorld, wish } from '../../../support/settingsForm/sessionWorld.ts'

const { number } = sampleNumber()
let world: SessionWorld

beforeEach(async () => {
  world = createSessionWorld()
  await ask(world, 'ready')
})

async function review(draft: Draft): Promise<HostMessage | undefined> {
  return (await ask(world, 'review', { draft })).at(-1)
}

async function questionAbout(draft: Draft): Promise<ReviewView> {
  const message = await review(draft)
  assert.ok(message?.type === 'review', JSON.stringify(message))
  assert.deepEqual(parseHostMessage(structuredClone(message)), message)
  return message.review
}

async function save(draft: Draft): Promise<HostMessage | undefined> {
  const { id } = await questionAbout(draft)
  return (await ask(world, 'save', { review: id })).at(-1)
}

function shownSettings() {
  const view = world.posted.findLast((message) => message.type === 'view')?.view
  return view?.kind === 'number' && view.settings.kind === 'ready' ? view.settings : undefined
}

describe('the question before saving', () => {
  it('says what changes from what to what, and sends nothing', async () => {
    const question = await questionAbout({ alias: 'Front desk', application: null })
    assert.deepEqual(question.lines, [
      { label: 'Alias', from: 'support-ivr', to: 'Front desk' },
      { label: 'Application', from: 'app-0007', to: 'none' },
    ])
    assert.deepEqual(
      [question.title, question.save, question.notices],
      ['Change +1 312 555 0142 at Telefonia?', 'Save', [{ severity: 'info', text: 'Calls find nobody from then on.' }]],
    )
    assert.deepEqual([world.settings.sent, world.journal], [[], []])
  })

  it('says of a value that is replaced what replacing does, and calls blanks none', async () => {
    const question = await questionAbout({ alias: '   ', application: 'app-9' })
    assert.deepEqual(
      [question.lines[0]?.to, question.notices.map(({ text }) => text)],
      ['none', ['Calls under way are not moved.']],
    )
  })

  it('warns before something is overwritten that nobody has seen', async () => {
    const question = await questionAbout({ failover: true })
    assert.deepEqual(question.lines, [{ label: 'Failover', from: 'not known', to: 'on' }])
    assert.equal(question.save, 'Overwrite')
    assert.match(question.notices[0]?.text ?? '', /does not tell today’s value of Failover\. Whatever it is/)
  })

  it('is not asked about what is wrong or would change nothing', async () => {
    const wrong = await review({ callbackUrl: 'http://x', voice: 'SATELLITE', ghost: true })
    assert.ok(wrong?.type === 'refused')
    assert.deepEqual(
      wrong.problems.map(({ field }) => field),
      ['callbackUrl', 'voice', 'ghost'],
    )
    const nothing = await review({ alias: 'support-ivr', trunkId: 'hidden' })
    assert.ok(nothing?.type === 'refused' && nothing.message === 'Nothing would change.')
  })

  it('is not asked while a value is missing that another one needs; nothing is sent and nobody is blamed', async () => {
    const missing = await review({ voice: 'TRUNK' })
    assert.ok(missing?.type === 'refused')
    assert.deepEqual([missing.message, missing.problems], ['', [{ field: 'trunkId', problem: 'Enter the trunk ID.' }]])
    assert.deepEqual([world.settings.sent, world.journal], [[], []])
  })

  it('is not asked before the settings are there', async () => {
    world = createSessionWorld()
    world.settings.onRead = () => new Promise(() => {})
    await ask(world, 'ready')
    assert.equal((await review({ alias: 'x' }))?.type, 'refused')
  })

  it('says labels once the choices are known', async () => {
    world.settings.choices = { application: [{ value: 'app-0007', label: 'Support' }] }
    const answer = (await ask(world, 'choices', { field: 'application' })).at(-1)
    assert.ok(answer?.type === 'choices' && answer.choices.length === 1)
    const question = await questionAbout({ application: null })
    assert.equal(question.lines[0]?.from, 'Support')
  })
})

describe('numbers to choose from', () => {
  it('are those of the account without the number itself', async () => {
    const other = sampleNumber({ number: e164('+13125550188') })
    world.owned = [sampleNumber(), other]
    const answer = (await ask(world, 'choices', { field: 'failoverNumbers' })).at(-1)
    assert.ok(answer?.type === 'choices')
    assert.deepEqual(
      answer.choices.map(({ value }) => value),
      [other.number],
    )
  })
})

describe('saving', () => {
  it('sends only what was reviewed, then shows what is true and forgets the draft', async () => {
    await ask(world, 'draft', { draft: { alias: 'Front desk' } })
    world.settings.notes = ['The route came with it.']
    const { id } = await questionAbout({ alias: 'Front desk' })
    const posted = await ask(world, 'save', { review: id })
    assert.deepEqual(world.settings.sent, [{ number, change: { alias: 'Front desk' } }])
    assert.deepEqual(
      posted.map((message) => message.type),
      ['draft', 'view', 'outcome'],
    )
    const [draft, , outcome] = posted
    assert.ok(draft?.type === 'draft' && outcome?.type === 'outcome')
    assert.deepEqual([draft.draft, outcome.message], [{}, 'Saved. The route came with it.'])
    assert.deepEqual(shownSettings()?.fields[0]?.value, { kind: 'known', value: 'Front desk', words: 'Front desk' })
    assert.deepEqual(world.unsaved, [true, false])
  })

  it('takes no draft from the page while it saves, so that nothing that was saved comes back', async () => {
    await ask(world, 'draft', { draft: { alias: 'Front desk', recording: true } })
    const { id } = await questionAbout({ alias: 'Front desk', recording: true })
    world.settings.onChange = async () => {
      world.session.receive(wish('draft', { draft: { recording: true } }))
    }
    await ask(world, 'save', { review: id })
    assert.deepEqual(world.session.unsaved().draft, {})
    assert.deepEqual(world.unsaved, [true, false])
  })

  it('writes what was changed into the journal, in words', async () => {
    await save({ recording: true })
    const [intent, ending] = world.journal
    assert.ok(intent?.kind === 'intent' && ending?.kind === 'ending')
    assert.deepEqual([intent.intent.verb, intent.intent.changes], ['changeSettings', ['Recording: off → on']])
    assert.equal(ending.ending.outcome, 'done')
  })

  it('asks again with both values when the number changed meanwhile, and takes that answer', async () => {
    const { id } = await questionAbout({ alias: 'Front desk' })
    world.settings.set(number, 'alias', { kind: 'known', value: 'renamed' })
    world.settings.set(number, 'recording', { kind: 'known', value: true })
    const again = (await ask(world, 'save', { review: id })).at(-1)
    assert.ok(again?.type === 'review')
    assert.deepEqual(again.review.meanwhile, [
      { label: 'Alias', was: 'support-ivr', now: 'renamed' },
      { label: 'Recording', was: 'off', now: 'on' },
    ])
    assert.deepEqual(again.review.lines, [{ label: 'Alias', from: 'renamed', to: 'Front desk' }])
    assert.deepEqual([again.review.save, world.settings.sent], ['Overwrite', []])
    assert.deepEqual(world.session.unsaved().draft, { alias: 'Front desk' })
    await ask(world, 'save', { review: again.review.id })
    assert.deepEqual(world.settings.sent, [{ number, change: { alias: 'Front desk' } }])
  })

  it('puts the provider’s sentence at its field and keeps the draft', async () => {
    world.settings.onChange = () =>
      Promise.reject(
        settingsFailure({
          status: 400,
          fields: [
            { field: 'alias', problem: 'hunter2-secret is taken.' },
            { field: 'ours-is-not', problem: 'x' },
          ],
        }),
      )
    const answer = await save({ alias: 'Front desk' })
    assert.ok(answer?.type === 'refused')
    assert.deepEqual(answer.problems, [{ field: 'alias', problem: '[secret] is taken.' }])
    assert.equal(answer.message, 'Not saved: Telefonia refused it.')
    assert.deepEqual(world.session.unsaved().draft, { alias: 'Front desk' })
    assert.deepEqual(world.session.unsaved().labels, { alias: 'Alias' })
  })

  it('blames nobody for a value that was refused before it was sent', async () => {
    const fields = [{ field: 'alias', problem: 'Only the dashboard can change it.' }]
    world.settings.onChange = () => Promise.reject(settingsFailure({ fields }))
    const answer = await save({ alias: 'Front desk' })
    assert.ok(answer?.type === 'refused')
    assert.deepEqual([answer.message, answer.problems], ['Not saved.', fields])
  })

  it('says when nobody knows what was done, and shows what could be read', async () => {
    world.settings.onChange = async () => {
      world.settings.set(number, 'alias', { kind: 'known', value: 'something else' })
      throw settingsFailure({ kind: 'unknownOutcome' })
    }
    const { id } = await questionAbout({ alias: 'Front desk' })
    const answering = ask(world, 'save', { review: id })
    await answering
    const answer = world.posted.at(-1)
    assert.ok(answer?.type === 'outcome' && answer.outcome === 'failed')
    assert.match(answer.message ?? '', /may have been made or not\. The form shows what could be read since/)
    assert.deepEqual(shownSettings()?.fields[0]?.value, {
      kind: 'known',
      value: 'something else',
      words: 'something else',
    })
    assert.equal(world.settings.sent.length, 1)
  })

  it('says when the answer was lost and the old values are still there', async () => {
    world.settings.onChange = () => Promise.reject(settingsFailure({ kind: 'unknownOutcome' }))
    const answer = await save({ alias: 'Front desk' })
    assert.ok(answer?.type === 'outcome')
    assert.match(answer.message ?? '', /it still shows the old values/)
  })
})
