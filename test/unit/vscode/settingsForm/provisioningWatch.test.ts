import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import type { Provisioning } from '../../../../src/core/numberSettings.ts'
import { settingsFailure } from '../../../support/settingsForm/pretendedSettings.ts'
import { sampleNumber } from '../../../support/settingsForm/sampleNumbers.ts'
import { ask, createSessionWorld, type SessionWorld, settled } from '../../../support/settingsForm/sessionWorld.ts'

const { number } = sampleNumber()
const waiting: Provisioning = { subject: 'SMS', status: 'waiting', detail: 'Plan p waits.' }
let world: SessionWorld

beforeEach(() => {
  world = createSessionWorld()
  world.settings.provisioning = [waiting]
})

async function endPause(): Promise<void> {
  world.pauses.shift()?.end()
  await settled()
}

function shownSettings() {
  const view = world.posted.findLast((message) => message.type === 'view')?.view
  return view?.kind === 'number' && view.settings.kind === 'ready' ? view.settings : undefined
}

function shownNotices(): readonly string[] {
  return (shownSettings()?.notices ?? []).map(({ text }) => text)
}

function waitingFields() {
  return (shownSettings()?.fields ?? []).flatMap(({ key, waiting }) => (waiting === undefined ? [] : [[key, waiting]]))
}

describe('what a provider still works on', () => {
  it('is looked at with growing gaps until it is settled', async () => {
    await ask(world, 'ready')
    assert.deepEqual(shownNotices(), ['SMS: waiting at Telefonia. Plan p waits.'])
    const gaps: (number | undefined)[] = []
    for (let turn = 0; turn < 8; turn++) {
      gaps.push(world.pauses[0]?.ms)
      await endPause()
    }
    assert.deepEqual(gaps, [2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 60_000, 60_000])
    world.settings.provisioning = []
    await endPause()
    assert.deepEqual([shownNotices(), world.pauses.length], [[], 0])
    assert.equal(world.refreshes, 1)
  })

  it('says at the field what it is changed to, until that is so', async () => {
    world.settings.provisioning = [{ ...waiting, coming: { application: 'app-9' } }]
    await ask(world, 'ready')
    assert.deepEqual(waitingFields(), [['application', 'Telefonia is changing it to app-9.']])
    world.settings.provisioning = []
    await endPause()
    assert.deepEqual(waitingFields(), [])
  })

  it('says how it ended, once it has', async () => {
    await ask(world, 'ready')
    await endPause()
    assert.equal(shownSettings()?.news, undefined)
    world.settings.provisioning = [{ ...waiting, status: 'failed' }]
    await endPause()
    assert.deepEqual(shownSettings()?.news, {
      tone: 'failed',
      text: 'Telefonia could not make the change. The note at the settings says why.',
    })
  })

  it('is not looked at when it failed or when there is nothing', async () => {
    world.settings.provisioning = [{ ...waiting, status: 'failed' }]
    await ask(world, 'ready')
    assert.deepEqual([shownNotices(), world.pauses.length], [['SMS: Telefonia could not do it. Plan p waits.'], 0])
  })

  it('is looked at only while the form is visible', async () => {
    await ask(world, 'ready')
    world.session.setVisible(false)
    assert.equal(world.pauses.length, 0)
    const { reads } = world.settings
    world.session.setVisible(true)
    assert.deepEqual([world.pauses.map(({ ms }) => ms), world.settings.reads], [[2_000], reads])
  })

  it('is not looked at any more when the form is closed', async () => {
    await ask(world, 'ready')
    world.session.dispose()
    assert.equal(world.pauses.length, 0)
  })

  it('is looked at again although a look failed', async () => {
    await ask(world, 'ready')
    world.settings.onRead = () => Promise.reject(settingsFailure({ kind: 'network' }))
    await endPause()
    assert.deepEqual([shownNotices().length, world.pauses[0]?.ms], [1, 4_000])
  })

  it('leaves the values alone that a person is changing', async () => {
    await ask(world, 'ready')
    await ask(world, 'draft', { draft: { alias: 'Front desk' } })
    world.settings.set(number, 'alias', { kind: 'known', value: 'renamed' })
    await endPause()
    const question = (await ask(world, 'review', { draft: { alias: 'Front desk' } })).at(-1)
    assert.ok(question?.type === 'review')
    assert.equal(question.review.lines[0]?.from, 'support-ivr')
    const again = (await ask(world, 'save', { review: question.review.id })).at(-1)
    assert.ok(again?.type === 'review' && again.review.meanwhile.length === 1)
  })

  it('begins after a save that started it', async () => {
    world.settings.provisioning = []
    await ask(world, 'ready')
    assert.equal(world.pauses.length, 0)
    const question = (await ask(world, 'review', { draft: { alias: 'x' } })).at(-1)
    assert.ok(question?.type === 'review')
    world.settings.provisioning = [waiting]
    await ask(world, 'save', { review: question.review.id })
    assert.deepEqual(
      world.pauses.map(({ ms }) => ms),
      [2_000],
    )
  })
})
