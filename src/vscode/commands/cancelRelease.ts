import type { Account } from '../../core/account.ts'
import { type CancelReleaseOutcome, cancelRelease as cancelReleaseOf } from '../../core/cancelRelease.ts'
import { cancelReleaseQuestion } from '../../core/cancelReleaseQuestion.ts'
import { takenBackText } from '../../core/dealResult.ts'
import { cancellableReleases, type Deed } from '../../core/journal.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import { formatDay } from '../dates.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { chooseDeed } from './deedTargets.ts'
import type { RentTools } from './rentOffer.ts'
import { providerLabel, readyDriver } from './targets.ts'
import { tellResult } from './tellResult.ts'

type Tools = RentTools & Pick<CommandTools, 'directory' | 'prompts' | 'parts' | 'records' | 'now'>

/** Takes a release back, after one question, while the provider still allows it. Only our own record knows until when. */
export function cancelRelease(tools: Tools): Command {
  return async (element) => {
    const deed = await chooseDeed(tools, element, {
      title: t('Take a release back'),
      none: t('No released number can be taken back.'),
      // The record outlives accounts, those of the sandbox above all: what nobody can take back any more is not offered.
      among: (deeds) =>
        cancellableReleases(deeds, tools.now().getTime()).filter(
          ({ intent }) => tools.directory.find(intent.accountId) !== undefined,
        ),
    })
    const account = deed && tools.directory.find(deed.intent.accountId)
    const definition = account && findProvider(account.provider)
    const driver = account && (await readyDriver(tools, account))
    if (deed === undefined || account === undefined || definition === undefined || driver === undefined) return
    const { number } = deed.intent
    const formatted = (await tools.parts.numbering()).format(number)
    const question = cancelReleaseQuestion({ definition, account, release: deed, formatted, day: formatDay })
    if (!(await tools.prompts.confirm(question))) return
    const outcome = await tools.progress.committed(t('Taking the release of {0} back…', formatted), (signal) =>
      cancelReleaseOf({ ...tools, driver }, account, number, signal),
    )
    await tell(tools, account, deed, formatted, outcome)
  }
}

async function tell(
  tools: Tools,
  account: Account,
  { intent }: Deed,
  formatted: string,
  outcome: CancelReleaseOutcome,
): Promise<void> {
  const warn = (message: string) => tellResult(tools, { severity: 'warning', message })
  switch (outcome.kind) {
    case 'done':
      return await tellResult(tools, {
        severity: 'information',
        message: takenBackText({ formatted, provider: providerLabel(account.provider), account }, intent.price),
      })
    case 'refused':
    case 'unknown': {
      const subject = { provider: account.provider, account: account.label, accountId: account.id, number: formatted }
      return await tools.failures.show(outcome.error, subject)
    }
    case 'alreadyUnderWay':
      return await warn(t('{0} is being worked on already, perhaps in another window. Nothing was sent.', formatted))
    case 'notRecorded':
      return await warn(
        t(
          'The release of {0} was not taken back: the record of it could not be written to disk ({1}).',
          formatted,
          outcome.reason,
        ),
      )
    default:
      return outcome satisfies never
  }
}
