import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { typedValue } from '../../../webview-ui/typedValue.ts'

const choices = [
  { value: 'app-1', label: 'Support' },
  { value: 'app-2', label: 'Sales' },
  { value: 'app-3', label: 'Sales' },
  { value: 'Support', label: 'Night desk' },
]
const loaded = { kind: 'loaded', choices } as const

describe('a text that is left in a box with choices', () => {
  it('is the choice with this id, before one with this name', () => {
    assert.equal(typedValue('app-1', loaded, true), 'app-1')
    assert.equal(typedValue('Support', loaded, true), 'Support')
  })

  it('is the only choice that is called so, whatever its case', () => {
    assert.equal(typedValue('night DESK', loaded, false), 'Support')
    assert.equal(typedValue('APP-2', loaded, false), 'app-2')
  })

  it('stays what it is where ids can be typed, also when several are called so or none is known', () => {
    assert.equal(typedValue('Sales', loaded, true), 'Sales')
    assert.equal(typedValue('app-9', loaded, true), 'app-9')
    assert.equal(typedValue('app-1', { kind: 'failed', text: '' }, true), 'app-1')
    assert.equal(typedValue('app-1', undefined, true), 'app-1')
  })

  it('is nothing where only choices can be taken', () => {
    assert.equal(typedValue('Sales', loaded, false), undefined)
    assert.equal(typedValue('app-1', { kind: 'loading' }, false), undefined)
  })
})
