import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SettingsChange } from '../../../../src/core/numberSettings.ts'
import { afterClosing } from '../../../../src/vscode/settingsForm/afterClosing.ts'
import { done, type FormReply, refused } from '../../../../src/vscode/settingsForm/formReply.ts'
import { settingsFailure } from '../../../support/settingsForm/pretendedSettings.ts'
import { ask, createSessionWorld } from '../../../support/settingsForm/sessionWorld.ts'

describe('what is not saved', () => {
  it('is shown again by a page that was built anew', async () => {
    const world = createSessionWorld()
    await ask(world, 'ready')
    await ask(world, 'draft', { draft: { alias: 'Front desk', application: null } })
    const draft = (await ask(world, 'ready')).find((message) => message.type === 'draft')
    assert.deepEqual(draft?.draft, { alias: 'Front desk', application: null })
    assert.deepEqual(world.unsaved, [true])
  })

  it('comes back with the window', async () => {
    const world = createSessionWorld({
      unsaved: { draft: { alias: 'Front desk', failoverNumbers: ['+13125550188'] }, labels: {} },
    })
    const draft = (await ask(world, 'ready')).find((message) => message.type === 'draft')
    assert.deepEqual(draft?.draft, { alias: 'Front desk', failoverNumbers: ['+13125550188'] })
    assert.deepEqual(world.session.unsaved().labels, {
      alias: 'Alias',
      failoverNumbers: 'Takes over for',
    })
    assert.deepEqual(world.settings.sent, [])
  })

  it('keeps the names of its fields while the number cannot be read', async () => {
    const unsaved = { draft: { alias: 'Front desk' }, labels: { alias: 'Alias', application: 'Application' } }
    const world = createSessionWorld({ unsaved })
    world.settings.onRead = () => Promise.reject(settingsFailure({ kind: 'network' }))
    assert.deepEqual(world.session.unsaved().labels, { alias: 'Alias' })
    await ask(world, 'ready')
    assert.deepEqual(world.session.unsaved().labels, { alias: 'Alias' })
  })
})

describe('a form of a sandbox that is over', () => {
  async function pastForm(draft: SettingsChange) {
    const world = createSessionWorld({ unsaved: { draft, labels: { alias: 'Alias' } } })
    world.pastSandbox = true
    await ask(world, 'ready')
    const view = world.posted.findLast((message) => message.type === 'view')?.view
    assert.ok(view?.kind === 'missing')
    return { world, view }
  }

  it('says where to go on and what became of the changes, without a button that cannot help', async () => {
    const { world, view } = await pastForm({ alias: 'Front desk' })
    assert.deepEqual(
      [view.missing.notices.map(({ text }) => text), view.missing.actions, world.refreshes],
      [
        [
          'The sandbox of this form is over: it starts anew with the window and forgets what was in it. Your change was not saved and is gone. Close this form and open the number again from the Phone Numbers view.',
        ],
        [],
        0,
      ],
    )
  })

  it('says nothing of changes that there were not', async () => {
    const { view } = await pastForm({})
    assert.doesNotMatch(view.missing.notices[0]?.text ?? '', /change/)
  })

  it('asks about nothing when it is closed', async () => {
    const { world } = await pastForm({ alias: 'Front desk' })
    assert.deepEqual(world.session.unsaved(), { draft: {}, labels: {} })
  })

  it('is not marked as unsaved any more when the sandbox ends while it is open', async () => {
    const world = createSessionWorld()
    await ask(world, 'ready')
    await ask(world, 'draft', { draft: { alias: 'Front desk' } })
    world.pastSandbox = true
    world.session.update()
    assert.deepEqual(world.unsaved, [true, false])
  })
})

interface Closing {
  readonly draft?: SettingsChange
  readonly labels?: Readonly<Record<string, string>>
  readonly saving?: Promise<FormReply>
  readonly discard?: boolean
}

const bothLabels = { alias: 'Alias', application: 'Application' }

async function close({ draft = {}, labels = bothLabels, saving, discard = false }: Closing) {
  const questions: string[] = []
  const told: string[] = []
  const reopened: SettingsChange[] = []
  const session = { unsaved: () => ({ draft, labels }), saving: () => saving }
  await afterClosing(
    {
      askDiscard: async (title, detail) => {
        questions.push(`${title} ${detail}`)
        return discard
      },
      tell: (severity, message) => void told.push(`${severity}: ${message}`),
    },
    { title: '+1 312 555 0142', session },
    (kept) => void reopened.push(kept.draft),
  )
  return { questions, told, reopened }
}

describe('closing a form', () => {
  it('asks nothing when everything is saved', async () =>
    assert.deepEqual(await close({}), { questions: [], told: [], reopened: [] }))

  it('asks when something is not, and opens it again with that', async () => {
    const { questions, reopened } = await close({ draft: { alias: 'x', application: null } })
    assert.deepEqual(questions, [
      'Open +1 312 555 0142 again to save your changes? The form was closed before they were saved: Alias, Application. They are kept unless you discard them.',
    ])
    assert.deepEqual(reopened, [{ alias: 'x', application: null }])
  })

  it('counts changes whose fields have no known names', async () => {
    const some = await close({ draft: { alias: 'x', application: null }, labels: { alias: 'Alias' } })
    assert.match(some.questions[0] ?? '', /they were saved: Alias, 1 more change\./)
    const none = await close({ draft: { alias: 'x', application: null }, labels: {} })
    assert.match(none.questions[0] ?? '', /they were saved: 2 changes\./)
  })

  it('discards when the person wants it', async () =>
    assert.deepEqual((await close({ draft: { alias: 'x' }, discard: true })).reopened, []))

  it('tells how a save ended that was under way, and then asks about what it left', async () => {
    assert.deepEqual((await close({ saving: Promise.resolve(done('Saved.')) })).told, [
      'information: +1 312 555 0142: Saved.',
    ])
    const refusedSave = await close({ draft: { alias: 'x' }, saving: Promise.resolve(refused('Not saved: no.')) })
    assert.deepEqual([refusedSave.told, refusedSave.reopened.length], [['warning: +1 312 555 0142: Not saved: no.'], 1])
  })

  it('says so when a save needs another answer', async () => {
    const review = { id: 'r', title: '', meanwhile: [], lines: [], notices: [], save: 'Overwrite' }
    const { told } = await close({ draft: { alias: 'x' }, saving: Promise.resolve({ type: 'review', review }) })
    assert.deepEqual(told, ['warning: +1 312 555 0142: Not saved, because it changed at the provider meanwhile.'])
  })
})
