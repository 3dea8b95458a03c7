import type { Account } from '../../core/account.ts'
import type { NumberUses } from '../../core/code/numberUses.ts'
import { usesOfSeveralText } from '../../core/code/usesText.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { type ChosenRelease, type PreviewedRelease, previewReleases } from '../../core/previewReleases.ts'
import { ProviderError } from '../../core/providerError.ts'
import { type AgreedReleaseLine, releaseSeveral } from '../../core/releaseSeveral.ts'
import {
  type NotReleased,
  type PossibleRelease,
  releaseSeveralQuestion,
  sortReleases,
} from '../../core/releaseSeveralQuestion.ts'
import { releaseSeveralResult } from '../../core/releaseSeveralResult.ts'
import { typedCount } from '../../core/typedConfirmation.ts'
import { t } from '../../core/words.ts'
import { formatDay } from '../dates.ts'
import type { CommandTools } from './commandTools.ts'
import { confirmRelease } from './confirmRelease.ts'
import { type ReleaseTools, takeBackOf } from './release.ts'
import { notReadyText, providerLabel } from './targets.ts'
import { tellResult } from './tellResult.ts'
import { usesBeforeRelease } from './usesBeforeRelease.ts'

/** Gives several numbers up, after one question that says for each provider what really happens. */
export async function releaseNumbers(tools: ReleaseTools, numbers: readonly OwnedNumber[]): Promise<void> {
  const { format } = await tools.parts.numbering()
  const gathered = await gather(tools, numbers)
  const searching = usesBeforeRelease(
    tools,
    gathered.items.map(({ owned }) => owned.number),
  )
  const previewed = await askWhatItMeans(tools, gathered.items)
  if (previewed === undefined) return
  const sorted = sortReleases(previewed, providerOf)
  const { possible } = sorted
  const leftOut = [...gathered.notReleased, ...sorted.leftOut]
  if (possible.length === 0) {
    const reasons = leftOut.map(({ number, reason }) => `${format(number)} (${reason})`).join('; ')
    return await tellResult(tools, { severity: 'warning', message: t('Nothing was released. {0}', reasons) })
  }
  const uses = usesOf(possible, await searching, format)
  const question = releaseSeveralQuestion({ possible, leftOut, providerOf, format, uses })
  if (!(await confirmRelease(tools, question, typedCount(possible.length)))) return
  const results = await releaseAll(
    tools,
    possible.map(({ item, preview }) => ({ ...item, ...takeBackOf(preview) })),
  )
  for (const { item, outcome } of results) {
    if (outcome.kind === 'broken') tools.log.error(`Releasing ${item.owned.number}: ${stackOf(outcome.error)}`)
  }
  await tellResult(tools, releaseSeveralResult(results, { providerOf, format, day: formatDay }))
}

function usesOf(
  possible: readonly PossibleRelease[],
  found: NumberUses | undefined,
  format: (number: E164) => string,
): string | undefined {
  const numbers = new Set(possible.map(({ item }) => item.owned.number))
  return found && usesOfSeveralText({ ...found, uses: found.uses.filter(({ number }) => numbers.has(number)) }, format)
}

interface Gathered {
  readonly items: readonly ChosenRelease[]
  readonly notReleased: readonly NotReleased[]
}

async function gather(tools: Pick<CommandTools, 'directory' | 'drivers'>, numbers: readonly OwnedNumber[]) {
  const items: ChosenRelease[] = []
  const notReleased: NotReleased[] = []
  for (const owned of numbers) {
    const account = tools.directory.find(owned.accountId)
    const access = account && (await tools.drivers.accessTo(account))
    if (account === undefined || access === undefined) continue
    if (access.kind === 'ready') items.push({ account, driver: access.driver, owned })
    else notReleased.push({ number: owned.number, reason: notReadyText(access.kind, account) })
  }
  return { items, notReleased } satisfies Gathered
}

/** Undefined when the person cancelled. */
async function askWhatItMeans(
  tools: ReleaseTools,
  items: readonly ChosenRelease[],
): Promise<readonly PreviewedRelease[] | undefined> {
  try {
    return await tools.progress.stepped(t('Asking what releasing {0} numbers means…', items.length), (say, signal) =>
      previewReleases(
        items,
        (count) => say(t('Asking what releasing {0} numbers means: {1} answered…', items.length, count)),
        signal,
      ),
    )
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'cancelled') return undefined
    throw error
  }
}

async function releaseAll(tools: ReleaseTools, items: readonly AgreedReleaseLine[]) {
  return await tools.progress.stepped(t('Releasing…'), (say, signal) => {
    signal.addEventListener('abort', () => say(t('Finishing this number, then stopping…')), { once: true })
    return releaseSeveral(tools, items, (index) => say(t('Releasing {0} of {1}…', index + 1, items.length)), signal)
  })
}

function providerOf(account: Account): string {
  return providerLabel(account.provider)
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : typeof error
}
