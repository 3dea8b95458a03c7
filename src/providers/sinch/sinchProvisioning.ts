import type { Provisioning } from '../../core/numberSettings.ts'
import { t } from '../../core/words.ts'
import { noLink, type PendingLink, pendingSms, pendingVoice } from './sinchLinks.ts'
import type { OwnedRow } from './sinchSchemas.ts'
import { comingVoiceLink, voiceLinkOf, voiceTypes } from './sinchVoice.ts'

/** What Sinch still works at after a change. Nothing = everything is done: Sinch has no word for success. */
export function provisioningOf(row: OwnedRow): readonly Provisioning[] {
  return [
    provisioning(t('SMS'), pendingSms(row), comingSms(row)),
    provisioning(t('voice'), pendingVoice(row), comingVoice(row)),
  ].flat()
}

function provisioning(subject: string, link: PendingLink | undefined, coming: Coming): readonly Provisioning[] {
  if (link === undefined) return []
  const told = link.failed || Object.keys(coming).length === 0 ? {} : { coming }
  return [{ subject, status: statusOf(link), detail: detailOf(link), ...told }]
}

type Coming = Readonly<Record<string, string>>

/** Only ids that are told and are not there already: an empty one says nothing. */
function comingSms({ smsConfiguration: sms }: OwnedRow): Coming {
  const scheduled = sms?.scheduledProvisioning
  return Object.fromEntries(
    (['servicePlanId', 'campaignId'] as const).flatMap((key) => {
      const id = scheduled?.[key]
      return id && id !== sms?.[key] ? [[key, id] as const] : []
    }),
  )
}

function comingVoice(row: OwnedRow): Coming {
  const link = comingVoiceLink(row)
  const type = voiceTypes.find((one) => one.type === link?.type)
  if (link === undefined || type === undefined) return {}
  const isOther = voiceLinkOf(row)?.type !== link.type
  return { ...(isOther ? { voiceType: link.type } : {}), [type.key]: link.id }
}

/** A word we do not know is neither done nor failed. */
function statusOf({ status }: PendingLink): Provisioning['status'] {
  if (status === 'FAILED') return 'failed'
  return status === 'IN_PROGRESS' ? 'inProgress' : 'waiting'
}

function detailOf(link: PendingLink): string {
  return link.target === noLink ? unlinkingDetail(link) : linkingDetail(link)
}

function unlinkingDetail({ status, errorCodes }: PendingLink): string {
  switch (status) {
    case 'WAITING':
      return t('The former link waits to be taken off.')
    case 'IN_PROGRESS':
      return t('The former link is being taken off.')
    case 'FAILED':
      return t('The former link could not be taken off: {0}.', reasons(errorCodes))
    default:
      return t('The former link is to be taken off; Sinch says {0}.', status)
  }
}

function linkingDetail({ target, status, errorCodes }: PendingLink): string {
  switch (status) {
    case 'WAITING':
      return t('{0} waits to be linked.', target)
    case 'IN_PROGRESS':
      return t('{0} is being linked.', target)
    case 'FAILED':
      return t('{0} could not be linked: {1}.', target, reasons(errorCodes))
    default:
      return t('{0} is to be linked; Sinch says {1}.', target, status)
  }
}

/** "SMS plan plan_eu_7: waiting", "trunk X: failed, Sinch does not say why". A word we do not know stays Sinch's. */
export function describePending({ target, status, errorCodes }: PendingLink): string {
  switch (status) {
    case 'WAITING':
      return t('{0}: waiting', target)
    case 'IN_PROGRESS':
      return t('{0}: in progress', target)
    case 'FAILED':
      return t('{0}: failed, {1}', target, reasons(errorCodes))
    default:
      return `${target}: ${status}`
  }
}

function reasons(codes: readonly string[]): string {
  if (codes.length === 0) return t('Sinch does not say why')
  return codes.map((code) => (words.has(code) ? `${words.get(code)} (${code})` : code)).join('; ')
}

/** The documented codes of SMS provisioning. Voice has none. */
const words: ReadonlyMap<string, string> = new Map([
  ['ERROR_CODE_UNSPECIFIED', t('Sinch does not say why')],
  ['INTERNAL_ERROR', t('something went wrong inside Sinch')],
  ['SMS_PROVISIONING_FAILED', t('the service plan could not be linked')],
  ['CAMPAIGN_PROVISIONING_FAILED', t('the campaign could not be linked')],
  ['CAMPAIGN_NOT_AVAILABLE', t('the campaign is not available')],
  ['EXCEEDED_10DLC_LIMIT', t('the campaign has as many numbers as it may have')],
  ['NUMBER_PROVISIONING_FAILED', t('the number could not be set up')],
  ['PARTNER_SERVICE_UNAVAILABLE', t('a partner of Sinch could not be reached')],
  ['CAMPAIGN_PENDING_ACCEPTANCE', t('the campaign is not accepted yet')],
  ['MNO_SHARING_ERROR', t('the campaign could not be shared with the mobile operators')],
  ['CAMPAIGN_EXPIRED', t('the campaign has expired')],
  ['CAMPAIGN_MNO_REJECTED', t('a mobile operator rejected the campaign')],
  ['CAMPAIGN_MNO_SUSPENDED', t('a mobile operator suspended the campaign')],
  ['CAMPAIGN_MNO_REVIEW', t('a mobile operator is reviewing the campaign')],
  ['INSUFFICIENT_BALANCE', t('there is not enough credit')],
  ['MOCK_CAMPAIGN_NOT_ALLOWED', t('a mock campaign cannot be used')],
  ['TFN_NOT_ALLOWED', t('a toll-free number cannot be linked this way')],
  ['INVALID_NNID', t('the network ID (NNID) is not valid')],
])
