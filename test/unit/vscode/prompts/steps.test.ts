import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runSteps, type Step } from '../../../../src/vscode/prompts/steps.ts'

type State = Readonly<Record<string, string>>

const back = { kind: 'back' } as const
const cancelled = { kind: 'cancelled' } as const

/** A question that gives these answers, one each time it is asked, and writes down what it was shown. */
function question(name: string, ...answers: readonly (string | typeof back | typeof cancelled)[]) {
  const shown: (string | undefined)[] = []
  const canGoBack: boolean[] = []
  let times = 0
  const step: Step<State> = async (state, position, seen) => {
    shown.push(seen[name])
    canGoBack.push(position.canGoBack)
    const answer = answers[times++]
    if (answer === undefined) throw new Error(`${name} was asked too often`)
    return typeof answer === 'string' ? { kind: 'answer', value: { ...state, [name]: answer } } : answer
  }
  return { step, shown, canGoBack }
}

describe('a sequence of questions', () => {
  it('shows an earlier answer again to a person who comes back to it, also over several questions', async () => {
    const country = question('country', 'US', 'US')
    const digits = question('digits', '312', back, '415')
    const offer = question('offer', back, 'first')
    const state = await runSteps({}, [country.step, digits.step, offer.step])
    assert.deepEqual(country.shown, [undefined, 'US'])
    assert.deepEqual(digits.shown, [undefined, '312', '312'])
    assert.deepEqual(state, { country: 'US', digits: '415', offer: 'first' })
  })

  it('has no Back in the first question, unless the sequence can be left by it', async () => {
    const plain = question('one', 'a')
    await runSteps({}, [plain.step])
    assert.deepEqual(plain.canGoBack, [false])
    const leavable = question('one', back)
    assert.equal(await runSteps({}, [leavable.step], true), undefined)
    assert.deepEqual(leavable.canGoBack, [true])
  })

  it('is left by Escape without an answer', async () => {
    assert.equal(await runSteps({}, [question('one', 'a').step, question('two', cancelled).step]), undefined)
  })
})
