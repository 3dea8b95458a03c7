import type { Answer, StepPosition } from './prompts.ts'

/**
 * One question. It answers with the state it completed, or `skip` when nothing needs to be asked. `seen` is the state that this question
 * answered with the last time, so that a person who comes back to it finds that answer.
 */
export type Step<State> = (
  state: State,
  position: StepPosition,
  seen: State,
) => Promise<Answer<State> | { readonly kind: 'skip'; readonly state: State }>

/**
 * Asks one question after the other; Back returns to the one asked before. Undefined = cancelled, nothing happened; with `canLeaveByBack`
 * also Back in the first question.
 */
export async function runSteps<State>(
  initial: State,
  steps: readonly Step<State>[],
  canLeaveByBack = false,
): Promise<State | undefined> {
  const asked: { readonly index: number; readonly before: State }[] = []
  const answered: State[] = []
  let state = initial
  for (let index = 0; index < steps.length; ) {
    const step = steps[index] as Step<State>
    const totalSteps = asked.length + steps.length - index
    const position = { step: asked.length + 1, totalSteps, canGoBack: canLeaveByBack || asked.length > 0 }
    const answer = await step(state, position, answered[index] ?? state)
    switch (answer.kind) {
      case 'cancelled':
        return undefined
      case 'skip':
        state = answer.state
        index++
        break
      case 'back': {
        const last = asked.pop()
        if (last === undefined) return undefined
        index = last.index
        state = last.before
        break
      }
      case 'answer':
        asked.push({ index, before: state })
        state = answer.value
        answered[index] = state
        index++
        break
      default:
        return answer satisfies never
    }
  }
  return state
}
