import { search } from '../../../../src/vscode/commands/search.ts'
import type { PickItem } from '../../../../src/vscode/prompts/prompts.ts'
import type { TreeElement } from '../../../../src/vscode/tree/treeElements.ts'
import { pick, scriptedPrompts, type Turn } from '../../../support/scriptedPrompts.ts'
import { type SearchWorld, searchTools } from './searchTools.ts'

/** Any type, no capability, any digits. */
export const anything: readonly Turn[] = [
  pick('Any type'),
  { kind: 'pickMany', choose: () => [] },
  { kind: 'input', text: '' },
]
export const usa = pick('United States')
export const leave: Turn = { kind: 'escape' }

/** Runs a search from the palette, or from a row, through a script of answers that must all be asked for. */
export async function run(world: SearchWorld, row: TreeElement | undefined, ...script: readonly Turn[]) {
  const prompts = scriptedPrompts(...script)
  await search(searchTools(world, prompts))(row, [])
  prompts.finish()
  return prompts
}

/** Looks at the lines of a list once they are enough, and asks how to sort it. */
export function look(see: (items: readonly PickItem<unknown>[]) => void, enough: (label: string) => boolean): Turn {
  return {
    kind: 'pick',
    choose(items) {
      if (!items.some(({ label }) => enough(label))) return undefined
      see(items)
      return items.find(({ label }) => label === 'Sort by…')
    },
  }
}
