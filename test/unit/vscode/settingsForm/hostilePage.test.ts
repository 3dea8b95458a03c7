import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import {
  ask,
  createSessionWorld,
  outcomesOf,
  type SessionWorld,
  settled,
  wish,
} from '../../../support/settingsForm/sessionWorld.ts'

let world: SessionWorld

beforeEach(() => {
  world = createSessionWorld()
})

describe('a hostile page', () => {
  it('achieves nothing before it is ready', async () => {
    for (const type of ['copy', 'refresh', 'openConsole']) await ask(world, type)
    assert.deepEqual([world.posted, world.copied, world.consoles, world.refreshes], [[], [], [], 0])
  })

  it('achieves nothing with what is not a known message', async () => {
    await ask(world, 'ready')
    const before = world.posted.length
    const valid = wish('copy')
    const forms = [null, 'copy', 7, [], {}, [valid], { ...valid, v: 1 }, { ...valid, type: 'release' }]
    for (const raw of [...forms, { ...valid, number: '+4930123456' }, { ...valid, id: 'x'.repeat(1_000_000) }]) {
      world.session.receive(raw)
    }
    await settled()
    assert.equal(world.posted.length, before)
    assert.deepEqual([world.copied, world.consoles, world.refreshes], [[], [], 0])
  })

  it('achieves nothing with a draft, a field or a review that is not well-formed', async () => {
    await ask(world, 'ready')
    const before = world.posted.length
    const drafts: unknown[] = [
      'alias',
      [['alias', 'x']],
      { alias: 7 },
      { alias: { kind: 'known', value: 'x' } },
      { alias: 'x'.repeat(10_001) },
      { failoverNumbers: Array.from({ length: 2_001 }, () => '+1') },
      { 'a b': 'x' },
      { constructor: 'x' },
      JSON.parse('{"__proto__": "x"}'),
      Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`field${index}`, 'x'])),
    ]
    for (const draft of drafts) {
      for (const type of ['draft', 'review']) world.session.receive(wish(type, { draft }))
    }
    for (const field of ['', '__proto__', 'toString', 'a/b', 7, 'x'.repeat(65)]) {
      world.session.receive(wish('choices', { field }))
    }
    for (const review of ['', 7, '../..', 'x'.repeat(65)]) world.session.receive(wish('save', { review }))
    await settled()
    assert.equal(world.posted.length, before)
    assert.deepEqual([world.session.unsaved().draft, world.settings.lists, world.settings.sent], [{}, 0, []])
    assert.equal(Object.getPrototypeOf(world.session.unsaved().draft), Object.prototype)
  })

  it('cannot save what was not asked about, or what was asked about before the last question', async () => {
    await ask(world, 'ready')
    await ask(world, 'save', { review: 'made-up-review' })
    const first = (await ask(world, 'review', { draft: { alias: 'one' } })).at(-1)
    const second = (await ask(world, 'review', { draft: { alias: 'two' } })).at(-1)
    assert.ok(first?.type === 'review' && second?.type === 'review')
    const late = (await ask(world, 'save', { review: first.review.id })).at(-1)
    assert.ok(late?.type === 'refused')
    assert.deepEqual(world.settings.sent, [])
  })

  it('cannot save twice, neither by repeating the message nor with the same question again', async () => {
    await ask(world, 'ready')
    const { promise, resolve } = gate()
    world.settings.onChange = () => promise
    const question = (await ask(world, 'review', { draft: { alias: 'one' } })).at(-1)
    assert.ok(question?.type === 'review')
    const save = wish('save', { review: question.review.id })
    for (let turn = 0; turn < 20; turn++) {
      world.session.receive(save)
      world.session.receive(wish('save', { review: question.review.id }))
    }
    await settled()
    resolve()
    await settled()
    await ask(world, 'save', { review: question.review.id })
    assert.equal(world.settings.sent.length, 1)
    assert.equal(world.journal.filter(({ kind }) => kind === 'intent').length, 1)
  })

  it('cannot send other values than those of the question by changing the draft under it', async () => {
    await ask(world, 'ready')
    const question = (await ask(world, 'review', { draft: { alias: 'shown' } })).at(-1)
    assert.ok(question?.type === 'review')
    await ask(world, 'draft', { draft: { alias: 'not shown', recording: true } })
    await ask(world, 'save', { review: question.review.id })
    assert.deepEqual(
      world.settings.sent.map(({ change }) => change),
      [{ alias: 'shown' }],
    )
  })

  it('gets choices of fields that have some, and the provider is asked for no others', async () => {
    await ask(world, 'ready')
    for (const field of ['alias', 'ghost', 'recording']) {
      const answer = (await ask(world, 'choices', { field })).at(-1)
      assert.equal(answer?.type, 'refused')
    }
    assert.equal(world.settings.lists, 0)
  })

  it('achieves nothing by repeating a message', async () => {
    await ask(world, 'ready')
    const request = wish('refresh')
    world.session.receive(request)
    await settled()
    world.session.receive(request)
    await settled()
    assert.equal(world.refreshes, 1)
    assert.equal(outcomesOf(world).length, 1)
  })

  it('starts one refresh however often it asks while one is under way, and gets every answer', async () => {
    await ask(world, 'ready')
    const { promise, resolve } = gate()
    world.refresh = () => promise
    for (let turn = 0; turn < 50; turn++) world.session.receive(wish('refresh'))
    await settled()
    assert.equal(outcomesOf(world).length, 0)
    resolve()
    await settled()
    assert.equal(world.refreshes, 1)
    assert.equal(outcomesOf(world).length, 50)
  })

  it('achieves nothing after the panel was closed, and hears nothing of what was still under way', async () => {
    await ask(world, 'ready')
    const { promise, resolve } = gate()
    world.refresh = () => promise
    await ask(world, 'refresh')
    const before = world.posted.length
    world.session.dispose()
    resolve()
    for (const type of ['ready', 'copy', 'openConsole', 'refresh']) await ask(world, type)
    await ask(world, 'draft', { draft: { alias: 'late' } })
    await ask(world, 'choices', { field: 'application' })
    await ask(world, 'review', { draft: { alias: 'late' } })
    world.session.update()
    assert.deepEqual([world.session.unsaved().draft, world.settings.lists, world.settings.sent], [{}, 0, []])
    assert.equal(world.posted.length, before)
    assert.deepEqual([world.copied, world.consoles, world.refreshes], [[], [], 1])
  })

  it('hears nothing of a save whose form was closed; the save itself is finished', async () => {
    await ask(world, 'ready')
    const { promise, resolve } = gate()
    world.settings.onChange = () => promise
    const question = (await ask(world, 'review', { draft: { alias: 'one' } })).at(-1)
    assert.ok(question?.type === 'review')
    await ask(world, 'save', { review: question.review.id })
    const before = world.posted.length
    const saving = world.session.saving()
    world.session.dispose()
    resolve()
    assert.deepEqual(await saving, { type: 'outcome', outcome: 'done', message: 'Saved.' })
    await settled()
    assert.equal(world.posted.length, before)
    assert.deepEqual(world.session.unsaved().draft, {})
    assert.equal(world.journal.length, 2)
  })

  it('cannot flood the log', async () => {
    for (let turn = 0; turn < 1000; turn++) world.session.receive(turn)
    assert.ok(world.logged.length > 0 && world.logged.length <= 5, `${world.logged.length} lines`)
  })
})

function gate(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((open) => {
    resolve = open
  })
  return { promise, resolve }
}
