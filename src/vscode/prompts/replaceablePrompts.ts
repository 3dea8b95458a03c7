import type { Prompts } from './prompts.ts'

/** Prompts whose answers can come from somewhere else: the editor refuses dialogs while its test mode is on. */
export interface ReplaceablePrompts extends Prompts {
  /** From now on these are asked. */
  replace(prompts: Prompts): void
}

export function createReplaceablePrompts(initial: Prompts): ReplaceablePrompts {
  let current = initial
  return {
    replace(prompts) {
      current = prompts
    },
    pick: (request) => current.pick(request),
    pickMany: (request) => current.pickMany(request),
    input: (request) => current.input(request),
    confirm: (request) => current.confirm(request),
    choose: (request) => current.choose(request),
    notify: (request) => current.notify(request),
    saveAs: (request) => current.saveAs(request),
  }
}
