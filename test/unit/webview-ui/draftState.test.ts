import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formProtocol, type HostMessage, parseRestoreKey } from '../../../src/contract/settingsFormMessages.ts'
import type { Draft, ReviewView, SettingsFieldView } from '../../../src/contract/settingsView.ts'
import { formWords } from '../../../src/vscode/settingsForm/formWords.ts'
import {
  changeCount,
  heldValue,
  keptState,
  prunedDraft,
  visibleFields,
  withEdit,
} from '../../../webview-ui/draftState.ts'
import { type FormState, initialState, isLocked, isWorking } from '../../../webview-ui/formState.ts'
import { agreed, declined, discarded, edited, reviewing, wantingChoices } from '../../../webview-ui/formSteps.ts'
import { received } from '../../../webview-ui/received.ts'

function field(key: string, differences: Partial<SettingsFieldView> = {}): SettingsFieldView {
  return {
    ...{ key, label: key, help: '', group: '' },
    input: { kind: 'text', placeholder: '', longest: 10 },
    value: { kind: 'known', value: 'old', words: 'old' },
    ...differences,
  }
}

const open = { kind: 'open', note: 'Nobody tells.' } as const
const alias = field('alias')
const route = field('route')
const trunk = field('trunk', { visibleWhen: { key: 'route', value: 'TRUNK' } })
const secret = field('secret', { value: open })
const fields = [alias, route, trunk, secret]

function view(settings: readonly SettingsFieldView[] = fields): HostMessage {
  return {
    ...{
      v: formProtocol,
      type: 'view',
      texts: formWords,
      restore: { v: formProtocol, accountId: 'a', numbers: ['+13125550142'], labels: {} },
    },
    view: {
      kind: 'number',
      card: {
        ...{ title: '', providerLabel: '', accountLabel: '', sandbox: false, notices: [], groups: [], actions: [] },
      },
      settings: { kind: 'ready', fields: [...settings], notices: [], results: [] },
    },
  }
}

const shown = received(initialState, view(), 'id').state

describe('what a page keeps for the next window', () => {
  const message = view()
  assert.ok(message.type === 'view')
  const draft = { alias: 'Front desk' }
  it('is its draft with the names of the fields in it', () =>
    assert.deepEqual(keptState({ ...shown, draft }, message), {
      ...message.restore,
      draft,
      labels: { alias: 'alias' },
    }))

  it('are the names that came with it while the fields are not there', () => {
    const restore = { ...message.restore, labels: { alias: 'Alias' } }
    assert.deepEqual(keptState({ ...initialState, draft }, { ...message, restore }), { ...restore, draft })
  })

  it('can be taken back however long a name is', () => {
    const long = view([field('alias', { label: 'x'.repeat(10_000) })])
    const state = { ...received(initialState, long, 'id').state, draft }
    assert.notEqual(parseRestoreKey(keptState(state, message)), undefined)
  })
})
const withDraft = (draft: Draft): FormState => ({ ...shown, draft })
const review: ReviewView = { id: 'review-1', title: '', meanwhile: [], lines: [], notices: [], save: 'Save' }

describe('a draft', () => {
  it('holds what differs from today, and no more', () => {
    assert.deepEqual(withEdit({}, alias, 'new'), { alias: 'new' })
    assert.deepEqual(withEdit({ alias: 'new' }, alias, 'old'), {})
    assert.deepEqual(withEdit({ alias: 'new' }, alias, undefined), {})
    assert.deepEqual([withEdit({}, alias, ''), withEdit({}, alias, '  ')], [{ alias: null }, { alias: null }])
    assert.deepEqual(withEdit({}, field('x', { value: { kind: 'known', value: '', words: '' } }), '  '), {})
    const list = field('x', { value: { kind: 'known', value: ['b', 'a'], words: '' } })
    assert.deepEqual([withEdit({}, list, ['a', 'b']), withEdit({}, list, [])], [{}, { x: null }])
  })

  it('holds whatever is set where today’s value is not known, also nothing', () => {
    assert.deepEqual([withEdit({}, secret, ''), withEdit({}, secret, false)], [{ secret: null }, { secret: false }])
    assert.deepEqual([heldValue(secret, {}), heldValue(secret, { secret: null })], [undefined, null])
  })

  it('drops fields that are gone and values that came true', () =>
    assert.deepEqual(prunedDraft({ alias: 'old', ghost: 'x', secret: true }, fields), { secret: true }))

  it('counts and shows only fields that are there for the chosen value', () => {
    const keys = (draft: Draft) => visibleFields(fields, draft).map(({ key }) => key)
    assert.deepEqual(
      [keys({}), keys({ route: 'TRUNK' })],
      [
        ['alias', 'route', 'secret'],
        ['alias', 'route', 'trunk', 'secret'],
      ],
    )
    assert.equal(changeCount(withDraft({ trunk: 't' })), 0)
    assert.equal(changeCount(withDraft({ trunk: 't', route: 'TRUNK' })), 2)
  })
})

describe('editing', () => {
  it('tells the host each time, and takes away what was wrong with the field', () => {
    const before: FormState = { ...shown, problems: { alias: 'bad', route: 'bad' } }
    const { state, message } = edited(before, 'alias', 'new', 'id-1')
    assert.deepEqual(message, { v: formProtocol, type: 'draft', id: 'id-1', draft: { alias: 'new' } })
    assert.deepEqual([state.draft, state.problems], [{ alias: 'new' }, { route: 'bad' }])
  })

  it('changes nothing that is not there or is being saved', () => {
    assert.equal(edited(shown, 'ghost', 'x', 'id').state, shown)
    const saving = agreed({ ...withDraft({ alias: 'x' }), review }, 'id').state
    assert.ok(isLocked(saving) && isWorking(saving))
    assert.equal(edited(saving, 'alias', 'y', 'id').state, saving)
    assert.equal(discarded(saving, 'id').state, saving)
  })

  it('is taken back all together', () => {
    const { state, message } = discarded(withDraft({ alias: 'x', secret: true }), 'id')
    assert.deepEqual([state.draft, message?.type], [{}, 'draft'])
    assert.equal(discarded(shown, 'id').message, undefined)
  })
})

describe('saving', () => {
  it('asks first, and asks nothing when there is nothing to save or the question is open', () => {
    assert.equal(reviewing(shown, 'id').message, undefined)
    const asked = reviewing(withDraft({ alias: 'x' }), 'id-1')
    assert.deepEqual(asked.message, { v: formProtocol, type: 'review', id: 'id-1', draft: { alias: 'x' } })
    assert.equal(reviewing(asked.state, 'id-2').message, undefined)
    const open = received(asked.state, { v: formProtocol, type: 'review', replyTo: 'id-1', review }, 'id').state
    assert.equal(open.review, review)
    assert.equal(reviewing(open, 'id-3').message, undefined)
  })

  it('agrees once to the question that is open, or not at all', () => {
    const asked: FormState = { ...withDraft({ alias: 'x' }), review }
    const first = agreed(asked, 'id-1')
    assert.deepEqual(first.message, { v: formProtocol, type: 'save', id: 'id-1', review: 'review-1' })
    assert.equal(agreed(first.state, 'id-2').message, undefined)
    assert.equal(agreed(declined(asked).state, 'id-3').message, undefined)
  })

  it('shows what is wrong and calls for attention once', () => {
    const asked = reviewing(withDraft({ alias: 'x' }), 'id-1').state
    const problems = [{ field: 'alias', problem: 'Too long.' }]
    const message: HostMessage = { v: formProtocol, type: 'refused', replyTo: 'id-1', message: '', problems }
    const { state } = received(asked, message, 'id')
    assert.deepEqual([state.problems, state.attention], [{ alias: 'Too long.' }, 1])
    assert.deepEqual(state.status, { tone: 'failed', text: 'One field needs a look.' })
    assert.equal(received(state, message, 'id').state, state)
  })

  it('says what is going on until the answer comes', () => {
    const saving = agreed({ ...shown, review }, 'id-1').state
    const told = received(
      saving,
      { v: formProtocol, type: 'progress', replyTo: 'id-1', message: 'Saving 1 of 2…' },
      'id',
    ).state
    assert.deepEqual([told.status?.text, isLocked(told)], ['Saving 1 of 2…', true])
    const done = received(
      told,
      { v: formProtocol, type: 'outcome', replyTo: 'id-1', outcome: 'done', message: 'Saved.' },
      'id',
    ).state
    assert.deepEqual([done.status?.text, isLocked(done)], ['Saved.', false])
  })

  it('tells the host when what was changed came true by itself', () => {
    const asked = withDraft({ alias: 'new', secret: true })
    const next = field('alias', { value: { kind: 'known', value: 'new', words: 'new' } })
    const { state, message } = received(asked, view([next, secret]), 'id-1')
    assert.deepEqual(state.draft, { secret: true })
    assert.deepEqual(message, { v: formProtocol, type: 'draft', id: 'id-1', draft: { secret: true } })
    assert.equal(received(state, view([next, secret]), 'id-2').message, undefined)
  })
})

describe('the draft while a save is under way', () => {
  const draft = { alias: 'new', secret: true }
  const saving = agreed({ ...withDraft(draft), review }, 'id-1').state
  const saved = view([field('alias', { value: { kind: 'known', value: 'new', words: 'new' } }), secret])
  const empty: HostMessage = { v: formProtocol, type: 'draft', draft: {} }
  const outcome: HostMessage = { v: formProtocol, type: 'outcome', replyTo: 'id-1', outcome: 'done' }

  for (const [order, messages] of [
    ['before the values', [empty, saved, outcome]],
    ['after the values', [saved, empty, outcome]],
  ] as const) {
    it(`is empty afterwards, also with a link that is still made, when the host says so ${order}`, () => {
      const told: unknown[] = []
      const state = messages.reduce<FormState>((before, message, at) => {
        const next = received(before, message, `told-${at}`)
        if (next.message !== undefined) told.push(next.message)
        return next.state
      }, saving)
      assert.deepEqual([state.draft, told], [{}, []])
    })
  }

  it('loses what came true only when the answer is there, and the host hears of it then', () => {
    const before = received(saving, saved, 'told-1')
    assert.deepEqual([before.state.draft, before.message], [draft, undefined])
    const { state, message } = received(before.state, { ...outcome, outcome: 'failed' }, 'told-2')
    assert.deepEqual(state.draft, { secret: true })
    assert.deepEqual(message, { v: formProtocol, type: 'draft', id: 'told-2', draft: { secret: true } })
  })
})

describe('choices', () => {
  it('are asked for once, and again only after they could not be had', () => {
    const first = wantingChoices(shown, 'alias', 'id-1')
    assert.deepEqual(first.message, { v: formProtocol, type: 'choices', id: 'id-1', field: 'alias' })
    assert.equal(wantingChoices(first.state, 'alias', 'id-2').message, undefined)
    const failed = received(
      first.state,
      { v: formProtocol, type: 'outcome', replyTo: 'id-1', outcome: 'failed', message: 'No.' },
      'id',
    )
    assert.deepEqual([failed.state.choices['alias'], failed.state.status], [{ kind: 'failed', text: 'No.' }, undefined])
    const again = wantingChoices(failed.state, 'alias', 'id-3')
    assert.equal(again.message?.type, 'choices')
    const choices = [{ value: 'a', label: 'A' }]
    const loaded = received(
      again.state,
      { v: formProtocol, type: 'choices', replyTo: 'id-3', field: 'alias', choices },
      'id',
    ).state
    assert.deepEqual(loaded.choices['alias'], { kind: 'loaded', choices })
    assert.equal(wantingChoices(loaded, 'alias', 'id-4').message, undefined)
  })
})
