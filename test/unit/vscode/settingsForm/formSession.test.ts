import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { formProtocol, parseHostMessage } from '../../../../src/contract/settingsFormMessages.ts'
import { ProviderError } from '../../../../src/core/providerError.ts'
import { sampleAccount, sampleNumber } from '../../../support/settingsForm/sampleNumbers.ts'
import {
  ask,
  createSessionWorld,
  outcomesOf,
  type SessionWorld,
  settled,
  viewsOf,
  wish,
} from '../../../support/settingsForm/sessionWorld.ts'

let world: SessionWorld

beforeEach(() => {
  world = createSessionWorld()
})

describe('the host side of the settings form', () => {
  it('sends only messages of the contract', async () => {
    await ask(world, 'ready')
    await ask(world, 'copy')
    world.owned = []
    await ask(world, 'refresh')
    assert.ok(world.posted.length >= 5)
    for (const message of world.posted) assert.deepEqual(parseHostMessage(structuredClone(message)), message)
  })

  it('shows the number when the page is ready, before its settings are read', async () => {
    await ask(world, 'ready')
    const [message] = world.posted
    assert.ok(message?.type === 'view' && message.view.kind === 'number')
    assert.equal(message.view.card.title, '+1 312 555 0142')
    assert.deepEqual(message.restore, {
      v: formProtocol,
      accountId: sampleAccount().id,
      numbers: ['+13125550142'],
      labels: {},
    })
    assert.deepEqual(message.view.settings, { kind: 'reading', text: 'Reading the settings…' })
    assert.deepEqual([world.refreshes, world.settings.reads], [0, 1])
  })

  it('shows it again to a page that was rebuilt, and reads nothing again', async () => {
    await ask(world, 'ready')
    const again = await ask(world, 'ready')
    assert.deepEqual(
      again.map((message) => message.type),
      ['view', 'draft'],
    )
    assert.equal(world.settings.reads, 1)
  })

  it('copies the number of the panel, in E.164', async () => {
    await ask(world, 'ready')
    const request = wish('copy')
    world.session.receive(request)
    await settled()
    assert.deepEqual(world.copied, ['+13125550142'])
    assert.deepEqual(outcomesOf(world), [
      { v: formProtocol, type: 'outcome', replyTo: request['id'], outcome: 'done', message: 'Copied +13125550142.' },
    ])
  })

  it('opens the console of the panel’s account without a word', async () => {
    await ask(world, 'ready')
    await ask(world, 'openConsole')
    assert.deepEqual(world.consoles, [sampleAccount().id])
    assert.equal(outcomesOf(world)[0]?.message, undefined)
  })

  it('shows what a refresh brought before it says that it is done', async () => {
    await ask(world, 'ready')
    world.refresh = async () => {
      world.owned = [sampleNumber({ name: 'renamed elsewhere' })]
    }
    const posted = await ask(world, 'refresh')
    assert.deepEqual(
      posted.map((message) => message.type),
      ['view', 'outcome'],
    )
    assert.equal(outcomesOf(world)[0]?.message, 'Read from Telefonia at 10:32.')
  })

  it('sends nothing when a change does not concern what is shown', async () => {
    await ask(world, 'ready')
    const before = world.posted.length
    world.session.update()
    world.owned = [sampleNumber()]
    world.session.update()
    assert.equal(world.posted.length, before)
  })

  it('says so when the number has left the account', async () => {
    await ask(world, 'ready')
    world.refresh = async () => {
      world.owned = []
    }
    await ask(world, 'refresh')
    const last = viewsOf(world).at(-1)
    assert.ok(last?.type === 'view' && last.view.kind === 'missing')
    assert.equal(last.view.missing.title, '+1 312 555 0142')
    assert.equal(outcomesOf(world)[0]?.message, 'Not found in the account.')
  })

  it('fetches a number that is not known yet, once', async () => {
    world.owned = []
    world.refresh = async () => {
      world.owned = [sampleNumber()]
    }
    await ask(world, 'ready')
    assert.deepEqual(
      viewsOf(world).map(({ view }) => (view.kind === 'number' ? view.settings.kind : view.kind)),
      ['missing', 'reading', 'ready'],
    )
    world.owned = []
    await ask(world, 'ready')
    assert.equal(world.refreshes, 1)
  })

  it('says what went wrong, in words and without a secret', async () => {
    await ask(world, 'ready')
    world.refresh = () =>
      Promise.reject(
        new ProviderError({
          kind: 'auth',
          provider: 'telefonia',
          operation: 'get',
          status: 401,
          sentence: 'token hunter2-secret is expired',
        }),
      )
    await ask(world, 'refresh')
    const [answer] = outcomesOf(world)
    assert.equal(answer?.outcome, 'failed')
    assert.match(answer?.message ?? '', /Telefonia refused the credentials of “Production”/)
    assert.ok(!JSON.stringify(world.posted).includes('hunter2'))
  })

  it('keeps the technical part of an unexpected failure to the log', async () => {
    await ask(world, 'ready')
    world.refresh = () => Promise.reject(new TypeError('x is not a function'))
    await ask(world, 'refresh')
    assert.equal(
      outcomesOf(world)[0]?.message,
      'This did not work because of an unexpected problem. The log has the details.',
    )
    assert.ok(world.logged.some((line) => line.includes('x is not a function')))
  })
})
