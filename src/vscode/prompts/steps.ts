import type { Answer, StepPosition } from './prompts.ts'

/** One question. It answers with the state it completed, or `skip` when nothing needs to be asked. */
export type Step<State> = (
  state: State,
  position: StepPosition,
) => Promise<Answer<State> | { readonly kind: 'skip'; readonly state: State }>

/** Asks one question after the other; Back returns to the one asked before. Undefined = cancelled, nothing happened. */
export async function runSteps<State>(initial: State, steps: readonly Step<State>[]): Promise<State | undefined> {
  const before: State[] = []
  const asked: number[] = []
  let state = initial
  for (let index = 0; index < steps.length; ) {
    const step = steps[index] as Step<State>
    const totalSteps = asked.length + steps.length - index
    const answer = await step(state, { step: asked.length + 1, totalSteps, canGoBack: asked.length > 0 })
    switch (answer.kind) {
      case 'cancelled':
        return undefined
      case 'skip':
        state = answer.state
        index++
        break
      case 'back':
        index = asked.pop() ?? 0
        state = before.pop() ?? initial
        break
      case 'answer':
        asked.push(index)
        before.push(state)
        state = answer.value
        index++
        break
      default:
        return answer satisfies never
    }
  }
  return state
}
