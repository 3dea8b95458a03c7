import type { SettingsChange } from '../../core/numberSettings.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { sinchError } from './sinchErrors.ts'
import { refusedChange } from './sinchRefusals.ts'
import type { OwnedRow } from './sinchSchemas.ts'
import type { SettingsPatch, SmsConfiguration } from './sinchSettingsPatch.ts'

/** The number that is changed: how to ask for it and how to change it. */
export interface ChangedNumber {
  read(): Promise<OwnedRow>
  /** Sent once; any status resolves. */
  patch(body: SettingsPatch): Promise<HttpAnswer>
  /** Milliseconds; rejects when the change is cancelled. */
  pause(ms: number): Promise<void>
}

/** Sinch's guides ask to unlink first; its SDK links another plan directly, and so do we unless a refusal speaks of the old link. */
export function asksToUnlink(answer: HttpAnswer, row: OwnedRow, { smsConfiguration }: SettingsPatch): boolean {
  const linked = row.smsConfiguration?.servicePlanId
  const other = smsConfiguration?.servicePlanId
  if (answer.status !== 400 || !linked || !other || linked === other) return false
  const { sentence = '', fields = [] } = sinchError(answer).facts
  return /unlink|already|existing|assigned|in use/i.test([sentence, ...fields.map(({ problem }) => problem)].join(' '))
}

/**
 * Another service plan in steps: takes the former one off (with the rest of the change), waits until that is done, links the new one.
 * When the new one is refused the former one is linked again. Resolves to what the person should know.
 */
export async function relinkSms(
  number: ChangedNumber,
  row: OwnedRow,
  patch: SettingsPatch,
  change: SettingsChange,
): Promise<readonly string[]> {
  const former = row.smsConfiguration?.servicePlanId ?? ''
  const campaignId = patch.smsConfiguration?.campaignId || row.smsConfiguration?.campaignId
  const campaign = campaignId ? { campaignId } : {}
  const unlinked = await number.patch({ ...patch, smsConfiguration: { servicePlanId: '' } })
  if (!isSuccess(unlinked)) throw refusedChange(unlinked, change)
  return await afterUnlinking(async () => {
    const end = await endOfUnlinking(number)
    if (end !== 'done') return [notLinked[end]]
    const servicePlanId = patch.smsConfiguration?.servicePlanId ?? ''
    const linked = await number.patch({ smsConfiguration: { servicePlanId, ...campaign } })
    if (isSuccess(linked)) return []
    const refusal = refusedChange(linked, change)
    if (refusal.kind === 'unknownOutcome') throw refusal
    throw await restored(number, refusal, { servicePlanId: former, ...formerCampaign(row) })
  })
}

function formerCampaign({ smsConfiguration: sms }: OwnedRow): Partial<SmsConfiguration> {
  return sms?.campaignId ? { campaignId: sms.campaignId } : {}
}

/** The refusal of the new plan, which says whether the former one is coming back. */
async function restored(number: ChangedNumber, refusal: ProviderError, former: SmsConfiguration) {
  const back = isSuccess(await number.patch({ smsConfiguration: former }))
  const end = back
    ? t('Sinch links the former service plan {0} again', former.servicePlanId)
    : t('The former service plan is taken off, so the number has none now')
  const fields = [...(refusal.facts.fields ?? []), { field: 'servicePlanId', problem: end }]
  return new ProviderError({ ...refusal.facts, kind: 'invalid', fields }, { cause: refusal })
}

const gapsMs = [250, 500, 1_000, 2_000, 4_000, 8_000]

const notLinked = {
  underWay: t('Sinch is still taking the former service plan off. Save the new one again when that is done.'),
  failed: t('Sinch did not take the former service plan off, so the new one is not linked.'),
} as const

/** Done = no plan is linked and nothing is scheduled. Waits for about 16 seconds. */
async function endOfUnlinking(number: ChangedNumber): Promise<'done' | keyof typeof notLinked> {
  for (const gap of [0, ...gapsMs]) {
    if (gap > 0) await number.pause(gap)
    const { smsConfiguration: sms } = await number.read()
    if (!sms?.servicePlanId && !sms?.scheduledProvisioning) return 'done'
    if (sms?.scheduledProvisioning?.status === 'FAILED') return 'failed'
  }
  return 'underWay'
}

/** From here on "nothing was changed" would not be true, whatever breaks the work off. */
async function afterUnlinking<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProviderError && (error.kind === 'invalid' || error.kind === 'unknownOutcome')) throw error
    const problem = t('the former service plan was taken off, and the new one may not be linked')
    const facts = error instanceof ProviderError ? error.facts : { provider: 'sinch', operation: 'settings' as const }
    throw new ProviderError(
      { ...facts, kind: 'unknownOutcome', fields: [{ field: 'servicePlanId', problem }] },
      { cause: error },
    )
  }
}
