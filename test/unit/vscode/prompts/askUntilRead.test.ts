import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { askUntilRead, shortestReadingMs } from '../../../../src/vscode/prompts/askUntilRead.ts'

/** Answers one after the other, each after so many milliseconds of a clock that only moves here. */
function personWho(...turns: readonly (readonly [afterMs: number, answer: string | undefined])[]) {
  let time = 1_000
  const left = [...turns]
  const ask = async () => {
    const [afterMs, answer] = left.shift() ?? assert.fail('asked more often than the test expected')
    time += afterMs
    return answer
  }
  return { answer: askUntilRead(ask, () => time), left }
}

describe('a question about money', () => {
  it('is answered by a person who had the time to read it', async () => {
    assert.equal(await personWho([shortestReadingMs, 'Rent']).answer, 'Rent')
  })

  it('is asked again as long as the answers come faster than anybody reads', async () => {
    const held = personWho([30, 'Rent'], [30, 'Rent'], [shortestReadingMs - 1, 'Rent'], [4_000, 'Rent'])
    assert.equal(await held.answer, 'Rent')
    assert.deepEqual(held.left, [])
  })

  it('is not agreed to by a held key that is followed by Cancel or Escape', async () => {
    assert.equal(await personWho([30, 'Rent'], [4_000, undefined]).answer, undefined)
  })

  it('is cancelled at once, however fast', async () => {
    assert.equal(await personWho([0, undefined]).answer, undefined)
  })

  it('counts the time from each asking anew', async () => {
    const held = personWho([300, 'Rent'], [300, 'Rent'], [600, 'Rent'])
    assert.equal(await held.answer, 'Rent')
    assert.deepEqual(held.left, [])
  })
})
