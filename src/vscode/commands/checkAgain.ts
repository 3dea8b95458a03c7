import { type Deed, openRents } from '../../core/journal.ts'
import { type CheckVerdict, checkOpenRent } from '../../core/settleOpenDeeds.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { chooseDeed } from './deedTargets.ts'
import { providerLabel } from './targets.ts'

type Tools = Pick<CommandTools, 'prompts' | 'parts' | 'progress' | 'mention' | 'reveal' | 'records' | 'settling'>

/** Asks the provider whether a rent with an unknown outcome happened. It never rents. */
export function checkAgain(tools: Tools): Command {
  return async (element) => {
    const deed = await chooseDeed(tools, element, {
      title: 'Check what became of a rent',
      none: 'No rent has an unknown outcome.',
      among: openRents,
    })
    if (deed === undefined) return
    const { intent } = deed
    const formatted = (await tools.parts.numbering()).format(intent.number)
    const verdict = await tools.progress.committed(
      `Asking ${providerLabel(intent.provider)} about ${formatted}…`,
      async () => await checkOpenRent(tools.settling, deed),
    )
    if (verdict === 'rented') await tools.reveal(intent.accountId, intent.number)
    await tools.prompts.notify({
      severity: verdict === 'unknown' || verdict === 'notReady' ? 'warning' : 'information',
      message: verdictText(verdict, deed, formatted),
      actions: [],
    })
  }
}

function verdictText(verdict: CheckVerdict, deed: Deed, formatted: string): string {
  const provider = providerLabel(deed.intent.provider)
  const account = `“${deed.intent.account}”`
  switch (verdict) {
    case 'rented':
      return `${formatted} was rented: ${provider} says that ${account} owns it.`
    case 'notRented':
      return `${formatted} was not rented: ${provider} says that ${account} does not own it. Nothing is paid for it.`
    case 'unknown':
      return `${provider} still does not say whether ${account} owns ${formatted}. Check again later, or look into its console.`
    case 'busy':
      return `${formatted} is being worked on in another window, or was until a moment ago. Check again in half a minute.`
    case 'notReady':
      return `${provider} cannot be asked with ${account} now. Sign in again or stop the sandbox, then check again.`
    case 'settledAlready':
      return `The outcome of ${formatted} is known meanwhile. The history has it.`
    default:
      return verdict satisfies never
  }
}
