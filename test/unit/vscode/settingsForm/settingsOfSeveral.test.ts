import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import type { Draft } from '../../../../src/contract/settingsView.ts'
import { settingsFailure } from '../../../support/settingsForm/pretendedSettings.ts'
import { e164, sampleNumber } from '../../../support/settingsForm/sampleNumbers.ts'
import { ask, createSessionWorld, type SessionWorld } from '../../../support/settingsForm/sessionWorld.ts'

const [one, two, three] = ['+13125550142', '+13125550143', '+13125550144'].map(e164)
assert.ok(one && two && three)
const owned = [one, two, three].map((number) => sampleNumber({ number, name: `line ${number.slice(-2)}` }))
let world: SessionWorld

beforeEach(async () => {
  world = createSessionWorld({ owned })
  world.settings.set(two, 'alias', { kind: 'known', value: 'other' })
  world.settings.set(three, 'recording', { kind: 'known', value: true })
  await ask(world, 'ready')
})

function view() {
  const found = world.posted.findLast((message) => message.type === 'view')?.view
  assert.ok(found?.kind === 'number')
  return found
}

function ready() {
  const { settings } = view()
  assert.ok(settings.kind === 'ready')
  return settings
}

async function save(draft: Draft) {
  const question = (await ask(world, 'review', { draft })).at(-1)
  assert.ok(question?.type === 'review', JSON.stringify(question))
  const posted = await ask(world, 'save', { review: question.review.id })
  return { question: question.review, answer: posted.at(-1), posted }
}

describe('a form of several numbers', () => {
  it('names them, and has the fields that all of them share', () => {
    const { card } = view()
    assert.equal(card.title, '3 numbers')
    assert.equal(card.state, undefined)
    assert.deepEqual(card.groups[0]?.rows[0], { label: '+1 312 555 0142', value: 'line 42', kind: 'text' })
    const { fields } = ready()
    assert.ok(!fields.some(({ key }) => key === 'callbackUrl'))
    assert.deepEqual(fields[0]?.value, {
      kind: 'open',
      note: 'The numbers have different values. They stay as they are until you set them.',
    })
  })

  it('changes each number that is not like that already, one after the other', async () => {
    const { question, answer, posted } = await save({ recording: true })
    assert.equal(question.title, 'Change 2 numbers at Telefonia?')
    assert.deepEqual(question.lines, [{ label: 'Recording', from: 'different values', to: 'on' }])
    assert.deepEqual(world.settings.sent, [
      { number: one, change: { recording: true } },
      { number: two, change: { recording: true } },
    ])
    assert.deepEqual(
      posted.flatMap((message) => (message.type === 'progress' ? message.message : [])),
      ['Saving 1 of 2…', 'Saving 2 of 2…'],
    )
    assert.ok(answer?.type === 'outcome' && answer.message === 'Saved 2 of 2.')
    assert.equal(world.journal.filter(({ kind }) => kind === 'intent').length, 2)
    assert.deepEqual(world.session.unsaved().draft, {})
  })

  it('says what became of each, and keeps what is not saved', async () => {
    world.settings.onChange = async (number) => {
      if (number === two) throw settingsFailure({ kind: 'invalid', sentence: 'Not this one.' })
    }
    const { answer } = await save({ alias: 'Front desk' })
    assert.ok(answer?.type === 'outcome' && answer.outcome === 'failed')
    assert.equal(answer.message, 'Saved 2 of 3. What is not saved is still in the form.')
    assert.deepEqual(
      ready().results.map(({ label, tone }) => [label, tone]),
      [
        ['+1 312 555 0142', 'done'],
        ['+1 312 555 0143', 'failed'],
        ['+1 312 555 0144', 'done'],
      ],
    )
    assert.match(ready().results[1]?.text ?? '', /Not saved\. .*Not this one/)
    assert.deepEqual(world.session.unsaved().draft, { alias: 'Front desk' })
    world.settings.onChange = async () => {}
    const again = await save({ alias: 'Front desk' })
    assert.equal(again.question.title, 'Change +1 312 555 0143 at Telefonia?')
    assert.deepEqual(
      world.settings.sent.map(({ number }) => number),
      [one, two, three, two],
    )
  })

  it('sends nothing for a number that changed meanwhile, and saves the others', async () => {
    const question = (await ask(world, 'review', { draft: { alias: 'Front desk' } })).at(-1)
    assert.ok(question?.type === 'review')
    world.settings.set(one, 'alias', { kind: 'known', value: 'renamed' })
    await ask(world, 'save', { review: question.review.id })
    assert.deepEqual(
      world.settings.sent.map(({ number }) => number),
      [two, three],
    )
    assert.match(ready().results[0]?.text ?? '', /Nothing was sent: it changed at Telefonia/)
  })

  it('shows what changed at which number before that number is overwritten, and asks no more once it is', async () => {
    const draft = { alias: 'Front desk' }
    const question = (await ask(world, 'review', { draft })).at(-1)
    assert.ok(question?.type === 'review')
    world.settings.set(two, 'alias', { kind: 'known', value: 'renamed' })
    world.settings.set(two, 'recording', { kind: 'known', value: true })
    await ask(world, 'save', { review: question.review.id })
    assert.match(ready().results[1]?.text ?? '', /The next review shows what changed\.$/)
    const again = await save(draft)
    assert.deepEqual(again.question.meanwhile, [
      { label: '+1 312 555 0143, Alias', was: 'other', now: 'renamed' },
      { label: '+1 312 555 0143, Recording', was: 'off', now: 'on' },
    ])
    assert.equal(again.question.save, 'Overwrite')
    assert.deepEqual(
      world.settings.sent.map(({ number }) => number),
      [one, three, two],
    )
    const later = (await ask(world, 'review', { draft: { alias: 'Later' } })).at(-1)
    assert.ok(later?.type === 'review' && later.review.meanwhile.length === 0)
  })

  it('leaves a number out whose settings cannot be read, and says so', async () => {
    world = createSessionWorld({ owned })
    world.settings.onRead = async (number) => {
      if (number === two) throw settingsFailure({ kind: 'notFound' })
    }
    await ask(world, 'ready')
    assert.match(ready().notices[0]?.text ?? '', /^\+1 312 555 0143 is left out\./)
    await save({ recording: true })
    assert.deepEqual(
      world.settings.sent.map(({ number }) => number),
      [one, three],
    )
  })

  it('copies all of them', async () => {
    await ask(world, 'copy')
    assert.deepEqual(world.copied, [[one, two, three].join('\n')])
  })
})
