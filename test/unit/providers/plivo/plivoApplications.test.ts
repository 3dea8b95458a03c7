import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describeApplication, parseApplication } from '../../../../src/providers/plivo/plivoApplications.ts'

describe('parseApplication', () => {
  it('keeps all 17 digits of an application id', () => {
    const link = parseApplication('/v1/Account/MAEXAMPLE0000000000/Application/21004477130012345/')
    assert.deepEqual(link, { kind: 'application', id: '21004477130012345' })
  })

  it('reads a path without its last slash, a bare id and a UUID', () => {
    assert.deepEqual(parseApplication('/v1/Account/MA1/Application/2100'), { kind: 'application', id: '2100' })
    assert.deepEqual(parseApplication('21004477130012345'), { kind: 'application', id: '21004477130012345' })
    const uuid = '7f3a1c52-9b0e-4d6a-8e21-5c0f4b7d9a13'
    assert.deepEqual(parseApplication(`/v1/Account/MA1/Application/${uuid}/`), { kind: 'application', id: uuid })
  })

  it('tells a trunk from an application', () => {
    const link = parseApplication('/v1/Account/MA1/Zentrunk/Trunk/31004477130055501/')
    assert.deepEqual(link, { kind: 'trunk', id: '31004477130055501' })
    assert.equal(link && describeApplication(link), 'trunk 31004477130055501')
  })

  it('finds nothing in null, empty text and a path of something else', () => {
    for (const text of [null, undefined, '', '  ', '/v1/Account/MA1/Endpoint/9/']) {
      assert.equal(parseApplication(text), undefined)
    }
  })
})
