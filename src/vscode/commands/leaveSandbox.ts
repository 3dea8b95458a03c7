import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'
import type { CommandTools } from './commandTools.ts'
import { endSandbox } from './sandboxCommands.ts'
import { isKeptInSandbox, type SignInTools } from './signIn.ts'

type Tools = Pick<SignInTools, 'prompts' | 'readOverrides' | 'sandbox'> & Pick<CommandTools, 'drivers'>

/**
 * While the sandbox keeps everything on this machine, says so before any credential is typed, and offers to stop it. True when the
 * provider can be asked.
 */
export async function leaveSandbox(tools: Tools, definition: ProviderDefinition, title: string): Promise<boolean> {
  if (!isKeptInSandbox(tools, definition)) return true
  const answer = await tools.prompts.pick<'stop' | 'keep'>({
    title,
    placeholder: t('The sandbox is running, so nothing leaves this machine and {0} cannot be asked', definition.label),
    items: [
      {
        label: t('Stop the sandbox'),
        description: t('and go on'),
        detail: t('Its accounts and numbers are forgotten; no real number is touched.'),
        icon: 'debug-stop',
        value: 'stop',
      },
      { label: t('Keep the sandbox'), description: t('and change nothing now'), icon: 'beaker', value: 'keep' },
    ],
  })
  if (answer.kind !== 'answer' || answer.value === 'keep') return false
  await endSandbox(tools)
  return true
}
