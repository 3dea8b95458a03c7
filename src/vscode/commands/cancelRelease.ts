import type { Account } from '../../core/account.ts'
import { type CancelReleaseOutcome, cancelRelease as cancelReleaseOf } from '../../core/cancelRelease.ts'
import { cancellableReleases } from '../../core/journal.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { chooseDeed } from './deedTargets.ts'
import type { RentTools } from './rentOffer.ts'
import { providerLabel, readyDriver } from './targets.ts'

type Tools = RentTools & Pick<CommandTools, 'directory' | 'prompts' | 'parts' | 'records' | 'now'>

/** Takes a release back while the provider still allows it. Only our own record knows until when. */
export function cancelRelease(tools: Tools): Command {
  return async (element) => {
    const deed = await chooseDeed(tools, element, {
      title: 'Take a release back',
      none: 'No released number can be taken back.',
      // The record outlives accounts, those of the sandbox above all: what nobody can take back any more is not offered.
      among: (deeds) =>
        cancellableReleases(deeds, tools.now().getTime()).filter(
          ({ intent }) => tools.directory.find(intent.accountId) !== undefined,
        ),
    })
    const account = deed && tools.directory.find(deed.intent.accountId)
    const driver = account && (await readyDriver(tools, account))
    if (deed === undefined || account === undefined || driver === undefined) return
    const { number } = deed.intent
    const formatted = (await tools.parts.numbering()).format(number)
    const outcome = await tools.progress.committed(`Taking the release of ${formatted} back…`, (signal) =>
      cancelReleaseOf({ ...tools, driver }, account, number, signal),
    )
    await tell(tools, account, formatted, outcome)
  }
}

async function tell(tools: Tools, account: Account, formatted: string, outcome: CancelReleaseOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'done':
      return tools.mention(`${formatted} is yours again at ${providerLabel(account.provider)}`)
    case 'refused':
    case 'unknown': {
      const subject = { provider: account.provider, account: account.label, accountId: account.id, number: formatted }
      return await tools.failures.show(outcome.error, subject)
    }
    case 'alreadyUnderWay':
      return tools.mention(`${formatted} is being worked on already`)
    case 'notRecorded': {
      const message = `The release of ${formatted} was not taken back: the record of it could not be written to disk (${outcome.reason}).`
      await tools.prompts.notify({ severity: 'warning', message, actions: [] })
      return
    }
    default:
      return outcome satisfies never
  }
}
