import type { Provisioning } from '../../core/numberSettings.ts'
import { noLink, type PendingLink, pendingSms, pendingVoice } from './sinchLinks.ts'
import type { OwnedRow } from './sinchSchemas.ts'
import { comingVoiceLink, voiceLinkOf, voiceTypes } from './sinchVoice.ts'

/** What Sinch still works at after a change. Nothing = everything is done: Sinch has no word for success. */
export function provisioningOf(row: OwnedRow): readonly Provisioning[] {
  return [
    provisioning('SMS', pendingSms(row), comingSms(row)),
    provisioning('voice', pendingVoice(row), comingVoice(row)),
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

function detailOf({ target, status, errorCodes }: PendingLink): string {
  const [link, made] = target === noLink ? ['The former link', 'taken off'] : [target, 'linked']
  switch (status) {
    case 'WAITING':
      return `${link} waits to be ${made}.`
    case 'IN_PROGRESS':
      return `${link} is being ${made}.`
    case 'FAILED':
      return `${link} could not be ${made}: ${reasons(errorCodes)}.`
    default:
      return `${link} is to be ${made}; Sinch says ${status}.`
  }
}

/** "SMS plan plan_eu_7: waiting", "trunk X: failed, Sinch does not say why". A word we do not know stays Sinch's. */
export function describePending({ target, status, errorCodes }: PendingLink): string {
  switch (status) {
    case 'WAITING':
      return `${target}: waiting`
    case 'IN_PROGRESS':
      return `${target}: in progress`
    case 'FAILED':
      return `${target}: failed, ${reasons(errorCodes)}`
    default:
      return `${target}: ${status}`
  }
}

function reasons(codes: readonly string[]): string {
  if (codes.length === 0) return 'Sinch does not say why'
  return codes.map((code) => (words.has(code) ? `${words.get(code)} (${code})` : code)).join('; ')
}

/** The documented codes of SMS provisioning. Voice has none. */
const words: ReadonlyMap<string, string> = new Map([
  ['ERROR_CODE_UNSPECIFIED', 'Sinch does not say why'],
  ['INTERNAL_ERROR', 'something went wrong inside Sinch'],
  ['SMS_PROVISIONING_FAILED', 'the service plan could not be linked'],
  ['CAMPAIGN_PROVISIONING_FAILED', 'the campaign could not be linked'],
  ['CAMPAIGN_NOT_AVAILABLE', 'the campaign is not available'],
  ['EXCEEDED_10DLC_LIMIT', 'the campaign has as many numbers as it may have'],
  ['NUMBER_PROVISIONING_FAILED', 'the number could not be set up'],
  ['PARTNER_SERVICE_UNAVAILABLE', 'a partner of Sinch could not be reached'],
  ['CAMPAIGN_PENDING_ACCEPTANCE', 'the campaign is not accepted yet'],
  ['MNO_SHARING_ERROR', 'the campaign could not be shared with the mobile operators'],
  ['CAMPAIGN_EXPIRED', 'the campaign has expired'],
  ['CAMPAIGN_MNO_REJECTED', 'a mobile operator rejected the campaign'],
  ['CAMPAIGN_MNO_SUSPENDED', 'a mobile operator suspended the campaign'],
  ['CAMPAIGN_MNO_REVIEW', 'a mobile operator is reviewing the campaign'],
  ['INSUFFICIENT_BALANCE', 'there is not enough credit'],
  ['MOCK_CAMPAIGN_NOT_ALLOWED', 'a mock campaign cannot be used'],
  ['TFN_NOT_ALLOWED', 'a toll-free number cannot be linked this way'],
  ['INVALID_NNID', 'the network ID (NNID) is not valid'],
])
