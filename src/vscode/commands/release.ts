import type { Account } from '../../core/account.ts'
import { usesText } from '../../core/code/usesText.ts'
import { releasedText } from '../../core/dealResult.ts'
import { notDone } from '../../core/notDone.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { ReleasePreview } from '../../core/providerDriver.ts'
import { ProviderError } from '../../core/providerError.ts'
import { type AgreedRelease, type ReleaseOutcome, releaseNumber } from '../../core/releaseNumber.ts'
import { releaseQuestion } from '../../core/releaseQuestion.ts'
import { typedNumber } from '../../core/typedConfirmation.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import { formatDay } from '../dates.ts'
import { chooseNumber } from './chooseNumber.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { confirmRelease } from './confirmRelease.ts'
import { releaseNumbers } from './releaseNumbers.ts'
import { numbersOfRows, providerLabel, readyDriver } from './targets.ts'
import { tellResult } from './tellResult.ts'
import { usesBeforeRelease } from './usesBeforeRelease.ts'

export type ReleaseTools = Pick<
  CommandTools,
  | 'directory'
  | 'inventory'
  | 'drivers'
  | 'parts'
  | 'prompts'
  | 'progress'
  | 'failures'
  | 'pause'
  | 'log'
  | 'records'
  | 'lock'
  | 'now'
  | 'newId'
  | 'readReleaseConfirmation'
  | 'showHistory'
>

/** Gives a number up, after the provider's real consequences were shown and confirmed. */
export function release(tools: ReleaseTools): Command {
  return async (element, selected) => {
    const several = numbersOfRows(tools, selected)
    if (several.length > 1) return await releaseNumbers(tools, several)
    const owned = await chooseNumber(tools, element, { title: t('Release a number'), only: isReleasable })
    const account = owned && tools.directory.find(owned.accountId)
    if (owned === undefined || account === undefined) return
    const formatted = (await tools.parts.numbering()).format(owned.number)
    try {
      await releaseOwned(tools, account, owned, formatted)
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      await tools.failures.show(error, subjectOf(account, formatted))
    }
  }
}

export function isReleasable(owned: OwnedNumber): boolean {
  return owned.state.kind !== 'releasing' && owned.state.kind !== 'released'
}

async function releaseOwned(
  tools: ReleaseTools,
  account: Account,
  owned: OwnedNumber,
  formatted: string,
): Promise<void> {
  const definition = findProvider(account.provider)
  const driver = await readyDriver(tools, account)
  if (definition === undefined || driver === undefined) return
  const searching = usesBeforeRelease(tools, [owned.number])
  const preview = await previewUnlessCancelled(tools, formatted, (signal) => driver.previewRelease(owned, signal))
  if (preview === undefined) return
  if (!preview.possible) return await sayImpossible(tools, account, formatted, preview)
  const found = await searching
  const uses = found && usesText(found)
  const question = releaseQuestion({ definition, account, owned, preview, formatted, uses })
  if (!(await confirmRelease(tools, question, typedNumber(owned.number, await tools.parts.numbering())))) return
  const agreed = { account, owned, ...takeBackOf(preview) }
  const outcome = await tools.progress.committed(t('Releasing {0} at {1}…', formatted, definition.label), (signal) =>
    releaseNumber({ ...tools, driver }, agreed, signal),
  )
  await tell(tools, agreed, formatted, outcome)
}

/** What the preview says of taking the release back, for when the release itself does not say it. */
export function takeBackOf({ takeBackDays }: ReleasePreview): Pick<AgreedRelease, 'takeBackDays'> {
  return takeBackDays === undefined ? {} : { takeBackDays }
}

async function previewUnlessCancelled(
  tools: ReleaseTools,
  formatted: string,
  ask: (signal: AbortSignal) => Promise<ReleasePreview>,
): Promise<ReleasePreview | undefined> {
  try {
    return await tools.progress.cancellable(t('Asking what releasing {0} means…', formatted), ask)
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'cancelled') return undefined
    throw error
  }
}

async function sayImpossible(tools: ReleaseTools, account: Account, formatted: string, preview: ReleasePreview) {
  const reasons = [...preview.warnings, ...preview.consequences].join(' ')
  const message = t(
    '{0} does not let {1} be released now. {2}',
    providerLabel(account.provider),
    formatted,
    reasons,
  ).trim()
  await tools.prompts.notify({ severity: 'warning', message, actions: [] })
}

async function tell(
  tools: ReleaseTools,
  { account, owned }: AgreedRelease,
  formatted: string,
  outcome: ReleaseOutcome,
): Promise<void> {
  const warn = (message: string) => tellResult(tools, { severity: 'warning', message })
  switch (outcome.kind) {
    case 'done':
      return await tellResult(tools, {
        severity: 'information',
        message: releasedText(
          { formatted, provider: providerLabel(account.provider), account },
          owned.price,
          outcome.receipt,
          formatDay,
        ),
      })
    case 'refused':
      return await tools.failures.show(notDone(outcome.error), subjectOf(account, formatted))
    case 'unknown':
      return await tools.failures.show(outcome.error, subjectOf(account, formatted))
    case 'alreadyUnderWay':
      return await warn(t('{0} is being worked on already, perhaps in another window. Nothing was sent.', formatted))
    case 'notRecorded':
      return await warn(
        t('{0} was not released: the record of it could not be written to disk ({1}).', formatted, outcome.reason),
      )
    default:
      return outcome satisfies never
  }
}

function subjectOf(account: Account, formatted: string) {
  return { provider: account.provider, account: account.label, accountId: account.id, number: formatted }
}
