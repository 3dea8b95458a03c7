import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ProviderError } from '../../../../src/core/providerError.ts'
import { describeRouting, routingCalls, routingOf } from '../../../../src/providers/tryvox/tryvoxRouting.ts'
import { settingsFrom, targetOf } from '../../../../src/providers/tryvox/tryvoxSettings.ts'
import { e164 } from '../../../support/builders.ts'

const nowhere = { trunk: '', application: '' }
const onTrunk = { trunk: 'T1', application: '' }
const onApp = { trunk: '', application: 'A1' }
const onBoth = { trunk: 'T1', application: 'A1' }

function refusedAt(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'invalid') return error.facts.fields?.[0]?.field
    throw error
  }
  return assert.fail('it was not refused')
}

describe('the calls from one routing to another at TryVox', () => {
  it('are none where the number goes there already', () => {
    assert.deepEqual(routingCalls(nowhere, { kind: 'nothing' }), [])
    assert.deepEqual(routingCalls(onTrunk, { kind: 'trunk', id: 'T1' }), [])
    assert.deepEqual(routingCalls(onApp, { kind: 'application', id: 'A1' }), [])
  })

  it('are one assignment, whatever is there, because it may detach the other', () => {
    for (const from of [nowhere, onApp, { trunk: 'T2', application: '' }])
      assert.deepEqual(routingCalls(from, { kind: 'trunk', id: 'T1' }), ['assignTrunk'])
    for (const from of [nowhere, onTrunk, { trunk: 'T1', application: 'A2' }])
      assert.deepEqual(routingCalls(from, { kind: 'application', id: 'A1' }), ['assignApplication'])
  })

  it('detach what is left over', () => {
    assert.deepEqual(routingCalls(onBoth, { kind: 'trunk', id: 'T1' }), ['detachApplication'])
    assert.deepEqual(routingCalls(onBoth, { kind: 'application', id: 'A1' }), ['detachTrunk'])
    assert.deepEqual(routingCalls(onBoth, { kind: 'nothing' }), ['detachTrunk', 'detachApplication'])
    assert.deepEqual(routingCalls(onTrunk, { kind: 'nothing' }), ['detachTrunk'])
    assert.deepEqual(routingCalls(onApp, { kind: 'nothing' }), ['detachApplication'])
  })
})

describe('the routing of a TryVox row', () => {
  it('takes null, missing and empty for none', () => {
    assert.deepEqual(routingOf({ trunk_id: null, application_id: undefined }), nowhere)
    assert.deepEqual(routingOf({ trunk_id: ' T1 ', application_id: '' }), onTrunk)
  })

  it('is described in a sentence', () => {
    assert.deepEqual([nowhere, onTrunk, onApp, onBoth].map(describeRouting), [
      'TryVox says that the number goes to nothing now.',
      'TryVox says that the number goes to trunk T1 now.',
      'TryVox says that the number goes to application A1 now.',
      'TryVox says that the number goes to trunk T1 and application A1 now.',
    ])
  })
})

describe('a change of the route at TryVox', () => {
  it('leads to one of three targets', () => {
    assert.deepEqual(targetOf(onTrunk, { route: null }), { kind: 'nothing' })
    assert.deepEqual(targetOf(nowhere, { route: 'trunk', trunkId: ' T2 ' }), { kind: 'trunk', id: 'T2' })
    assert.deepEqual(targetOf(onTrunk, { route: 'application', applicationId: 'A1' }), {
      kind: 'application',
      id: 'A1',
    })
  })

  it('keeps the route when only its id changes, and ignores the id of another chosen route', () => {
    assert.deepEqual(targetOf(onTrunk, { trunkId: 'T2' }), { kind: 'trunk', id: 'T2' })
    assert.deepEqual(targetOf(onApp, { applicationId: 'A2' }), { kind: 'application', id: 'A2' })
    assert.deepEqual(targetOf(onTrunk, { route: '', trunkId: 'T2' }), { kind: 'nothing' })
    assert.deepEqual(targetOf(onTrunk, {}), { kind: 'trunk', id: 'T1' })
  })

  it('uses the id that is there when both are', () => {
    assert.deepEqual(targetOf(onBoth, { route: 'trunk' }), { kind: 'trunk', id: 'T1' })
    assert.deepEqual(targetOf(onBoth, { route: 'application' }), { kind: 'application', id: 'A1' })
  })

  it('is refused at the field that is missing, strange or not chosen', () => {
    const fieldFor = (now: typeof nowhere, change: Parameters<typeof targetOf>[1]) =>
      refusedAt(() => targetOf(now, change))
    assert.equal(fieldFor(nowhere, { route: 'trunk' }), 'trunkId')
    assert.equal(fieldFor(onTrunk, { trunkId: null }), 'trunkId')
    assert.equal(fieldFor(nowhere, { route: 'application', applicationId: ' ' }), 'applicationId')
    assert.equal(fieldFor(onTrunk, { applicationId: 'A1' }), 'applicationId')
    assert.equal(fieldFor(onBoth, { trunkId: 'T2' }), 'route')
    assert.equal(fieldFor(nowhere, { route: 'moon' }), 'route')
    assert.equal(fieldFor(nowhere, { route: true }), 'route')
    assert.equal(fieldFor(nowhere, { colour: 'red' }), 'colour')
  })
})

describe('the fields of a TryVox number', () => {
  it('do not say where calls go when TryVox says both', () => {
    const { values } = settingsFrom(onBoth, e164('+12025550143'))
    assert.deepEqual(values, {
      route: { kind: 'unknown' },
      trunkId: { kind: 'known', value: 'T1' },
      applicationId: { kind: 'known', value: 'A1' },
    })
  })

  it('show an id only for the route that is chosen', () => {
    const { fields } = settingsFrom(nowhere, e164('+12025550143'))
    assert.deepEqual(
      fields.map(({ key, visibleWhen }) => [key, visibleWhen?.value]),
      [
        ['route', undefined],
        ['trunkId', 'trunk'],
        ['applicationId', 'application'],
      ],
    )
  })
})
