import type { ListedNumber } from '../../core/listedNumber.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { TreeElement } from '../tree/treeElements.ts'
import { chooseNumber } from './chooseNumber.ts'
import type { CommandTools } from './commandTools.ts'
import { numbersOfRows, providerLabel } from './targets.ts'

type Tools = Pick<CommandTools, 'inventory' | 'directory' | 'prompts' | 'parts' | 'drivers'>

/** The numbers of the selected rows, or the one a person picks. Empty = cancelled. */
export async function chosenNumbers(
  tools: Tools,
  element: TreeElement | undefined,
  selected: readonly TreeElement[],
  title: string,
): Promise<readonly OwnedNumber[]> {
  const several = numbersOfRows(tools, selected)
  if (several.length > 0) return several
  const owned = await chooseNumber(tools, element?.kind === 'number' ? element : undefined, { title })
  return owned === undefined ? [] : [owned]
}

/** The number with the names of its provider and account. */
export function listed({ directory }: Pick<CommandTools, 'directory'>, owned: OwnedNumber): ListedNumber {
  const account = directory.find(owned.accountId)
  return {
    owned,
    provider: account === undefined ? '' : providerLabel(account.provider),
    account: account?.label ?? '',
    sandbox: account?.sandbox ?? false,
  }
}
