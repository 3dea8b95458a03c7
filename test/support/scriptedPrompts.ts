import type {
  Answer,
  ConfirmRequest,
  InputRequest,
  NotifyRequest,
  PickItem,
  PickManyRequest,
  PickRequest,
  Prompts,
  SaveRequest,
} from '../../src/vscode/prompts/prompts.ts'

/** What a person does at one question. */
export type Turn =
  | { readonly kind: 'pick'; readonly choose: (items: readonly PickItem<unknown>[]) => PickItem<unknown> | undefined }
  | {
      readonly kind: 'pickMany'
      readonly choose: (items: readonly PickItem<unknown>[]) => readonly PickItem<unknown>[]
      /** Checks the boxes and then leaves the list by Back. */
      readonly thenBack?: boolean
    }
  | { readonly kind: 'input'; readonly text: string }
  | { readonly kind: 'confirm'; readonly agree: boolean }
  | { readonly kind: 'choose'; readonly press?: string }
  | { readonly kind: 'notify'; readonly press?: string }
  | { readonly kind: 'saveAs'; readonly uri: string | undefined }
  /** Leaves a list or a box by Back or Escape. */
  | { readonly kind: 'back' | 'escape' }

/** Chooses the line with this label as soon as it is there. */
export function pick(label: string): Turn {
  return { kind: 'pick', choose: (items) => items.find((item) => item.label === label && item.value !== undefined) }
}

export interface ScriptedPrompts extends Prompts {
  readonly confirmed: readonly ConfirmRequest[]
  readonly notices: readonly NotifyRequest[]
  readonly inputs: readonly InputRequest[]
  /** The titles of all lists and boxes, in order. */
  readonly titles: readonly string[]
  /** Throws when a question came that the script did not expect, or one that it expected did not come. */
  finish(): void
}

/** Answers questions in their order. A question that comes out of turn fails, there and at `finish`. */
export function scriptedPrompts(...script: readonly Turn[]): ScriptedPrompts {
  const left = [...script]
  const problems: string[] = []
  const seen = {
    confirmed: [] as ConfirmRequest[],
    notices: [] as NotifyRequest[],
    inputs: [] as InputRequest[],
    titles: [] as string[],
  }
  const fail = (problem: string): never => {
    problems.push(problem)
    throw new Error(problem)
  }
  const take = <Kind extends Turn['kind']>(
    question: string,
    ...kinds: readonly Kind[]
  ): Extract<Turn, { kind: Kind }> => {
    const turn = left.shift()
    if (turn !== undefined && (kinds as readonly string[]).includes(turn.kind))
      return turn as Extract<Turn, { kind: Kind }>
    return fail(`Unexpected ${kinds[0]}: ${question}. The script has ${turn?.kind ?? 'nothing more'}.`)
  }
  return {
    ...seen,
    async pick<T>(request: PickRequest<T>): Promise<Answer<T>> {
      seen.titles.push(request.title)
      const turn = take(`${request.title}, ${request.placeholder}`, 'pick', 'back', 'escape')
      if (turn.kind !== 'pick') return leave(turn.kind)
      const item = (await itemsOf(request, (items) => turn.choose(items) !== undefined)).find(
        (one, _, all) => one === turn.choose(all),
      )
      if (item?.value === undefined) return fail(`Nothing to choose in: ${request.title}, ${request.placeholder}`)
      // A line that acts leaves the list open, so the next turn is at the same list.
      return request.actsOn?.(item.value) ? await this.pick(request) : { kind: 'answer', value: item.value }
    },
    async pickMany<T>(request: PickManyRequest<T>): Promise<Answer<readonly T[]>> {
      seen.titles.push(request.title)
      const turn = take(`${request.title}, ${request.placeholder}`, 'pickMany', 'back', 'escape')
      if (turn.kind !== 'pickMany') return leave(turn.kind)
      const items = await itemsOf(request, () => false)
      const chosen = turn.choose(items)
      const values = items.flatMap((item) => (chosen.includes(item) && item.value !== undefined ? [item.value] : []))
      request.onDidSelect?.(values)
      if (turn.thenBack) return { kind: 'back' }
      const problem = request.problem?.(values)
      return problem === undefined ? { kind: 'answer', value: values } : fail(problem)
    },
    async input(request) {
      seen.inputs.push(request)
      seen.titles.push(request.title)
      const turn = take(request.prompt, 'input', 'back', 'escape')
      if (turn.kind !== 'input') return leave(turn.kind)
      const problem = await request.validate?.(turn.text, new AbortController().signal)
      // A box with a problem stays open, so the next turn is at the same box.
      return problem === undefined ? { kind: 'answer', value: turn.text } : await this.input(request)
    },
    async confirm(request) {
      seen.confirmed.push(request)
      return take(request.title, 'confirm').agree
    },
    async choose(request) {
      return take(request.title, 'choose').press
    },
    async notify(request) {
      seen.notices.push(request)
      return take(request.message, 'notify').press
    },
    async saveAs(request: SaveRequest) {
      return take(request.title, 'saveAs').uri
    },
    finish() {
      if (problems.length > 0) throw new Error(problems.join('\n'))
      if (left.length > 0) throw new Error(`Questions that did not come: ${left.map(({ kind }) => kind).join(', ')}`)
    },
  }
}

function leave(kind: 'back' | 'escape'): { readonly kind: 'back' | 'cancelled' } {
  return { kind: kind === 'back' ? 'back' : 'cancelled' }
}

/** The lines of a list: as soon as `enough` holds, else when all have come. */
async function itemsOf<T>(
  { items }: PickRequest<T>,
  enough: (items: readonly PickItem<T>[]) => boolean,
): Promise<readonly PickItem<T>[]> {
  if (typeof items !== 'function') return items
  const closed = new AbortController()
  return await new Promise((resolve, reject) => {
    let shown: readonly PickItem<T>[] = []
    const show = (next: readonly PickItem<T>[]) => {
      if (closed.signal.aborted) return
      shown = next
      if (!enough(next)) return
      closed.abort()
      resolve(next)
    }
    items(show, closed.signal).then(() => resolve(shown), reject)
  })
}
