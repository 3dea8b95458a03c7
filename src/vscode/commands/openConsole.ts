import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { chooseAccount, tellUnknownProvider } from './targets.ts'

type Tools = Pick<CommandTools, 'directory' | 'prompts' | 'openUrl'>

/** Opens the provider's web console. The sandbox has none. */
export function openConsole(tools: Tools): Command {
  return async (element) => {
    const title = t('Open the console of a provider')
    const account = await chooseAccount(tools, element, { title, only: (candidate) => !candidate.sandbox })
    if (account === undefined) return
    if (account.sandbox) {
      await tools.prompts.notify({
        severity: 'information',
        message: t('Sandbox accounts have no web console: they exist in this window only.'),
        actions: [],
      })
      return
    }
    const url = findProvider(account.provider)?.consoleUrl
    if (url === undefined) await tellUnknownProvider(tools, account)
    else await tools.openUrl(url)
  }
}
