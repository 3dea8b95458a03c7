import { type Deed, openRents } from '../../core/journal.ts'
import { type CheckVerdict, checkOpenRent } from '../../core/settleOpenDeeds.ts'
import { t } from '../../core/words.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { chooseDeed } from './deedTargets.ts'
import { providerLabel } from './targets.ts'

type Tools = Pick<CommandTools, 'prompts' | 'parts' | 'progress' | 'mention' | 'reveal' | 'records' | 'settling'>

/** Asks the provider whether a rent with an unknown outcome happened. It never rents. */
export function checkAgain(tools: Tools): Command {
  return async (element) => {
    const deed = await chooseDeed(tools, element, {
      title: t('Check what became of a rent'),
      none: t('No rent has an unknown outcome.'),
      among: openRents,
    })
    if (deed === undefined) return
    const { intent } = deed
    const formatted = (await tools.parts.numbering()).format(intent.number)
    const verdict = await tools.progress.committed(
      t('Asking {0} about {1}…', providerLabel(intent.provider), formatted),
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
  const { account } = deed.intent
  switch (verdict) {
    case 'rented':
      return t('{0} was rented: {1} says that “{2}” owns it.', formatted, provider, account)
    case 'notRented':
      return t(
        '{0} was not rented: {1} says that “{2}” does not own it. Nothing is paid for it.',
        formatted,
        provider,
        account,
      )
    case 'unknown':
      return t(
        '{0} still does not say whether “{1}” owns {2}. Check again later, or look into its console.',
        provider,
        account,
        formatted,
      )
    case 'busy':
      return t(
        '{0} is being worked on in another window, or was until a moment ago. Check again in half a minute.',
        formatted,
      )
    case 'notReady':
      return t(
        '{0} cannot be asked with “{1}” now. Sign in again or stop the sandbox, then check again.',
        provider,
        account,
      )
    case 'settledAlready':
      return t('The outcome of {0} is known meanwhile. The history has it.', formatted)
    default:
      return verdict satisfies never
  }
}
