import * as z from 'zod'
import { rowList } from '../../http/rowList.ts'

const text = z.string().nullish().catch(undefined)
const flag = z.boolean().nullish().catch(undefined)
const count = z.number().nullish().catch(undefined)

/** Words of an open set; what is no text is left out. */
const words = z
  .array(z.unknown())
  .nullish()
  .catch(undefined)
  .transform((list) => (list ?? []).filter((word) => typeof word === 'string'))

const money = z
  .object({ currencyCode: text, amount: z.union([z.string(), z.number()]).nullish().catch(undefined) })
  .nullish()
  .catch(undefined)
export type WireMoney = z.output<typeof money>

const scheduledSms = z
  .object({ servicePlanId: text, campaignId: text, status: text, errorCodes: words })
  .nullish()
  .catch(undefined)

const smsConfiguration = z
  .object({ servicePlanId: text, campaignId: text, scheduledProvisioning: scheduledSms })
  .nullish()
  .catch(undefined)

const voiceLink = { type: text, appId: text, trunkId: text, serviceId: text }

const scheduledVoice = z
  .object({ ...voiceLink, status: text })
  .nullish()
  .catch(undefined)
const voiceConfiguration = z
  .object({ ...voiceLink, scheduledVoiceProvisioning: scheduledVoice })
  .nullish()
  .catch(undefined)

/** An owned number. Everything but `phoneNumber` may be missing, null or `""`; fields we do not know are kept. */
export const ownedRow = z.looseObject({
  phoneNumber: z.string(),
  displayName: text,
  regionCode: text,
  type: text,
  capability: words,
  money,
  paymentIntervalMonths: count,
  nextChargeDate: text,
  expireAt: text,
  smsConfiguration,
  voiceConfiguration,
  callbackUrl: text,
})
export type OwnedRow = z.output<typeof ownedRow>

/** An offer. */
export const offerRow = z.object({
  phoneNumber: z.string(),
  regionCode: text,
  type: text,
  capability: words,
  setupPrice: money,
  monthlyPrice: money,
  paymentIntervalMonths: count,
  supportingDocumentationRequired: flag,
})
export type OfferRow = z.output<typeof offerRow>

const rowCount = z.union([
  z.number().int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
])

/**
 * A page of owned numbers. Rows are read one by one, so that a bad one does not hide the others. The token decides whether the list
 * goes on and is not lenient; the rows may only be missing where Sinch counts none.
 */
export const listAnswer = z
  .object({
    activeNumbers: rowList.nullish(),
    nextPageToken: z.string().nullish(),
    totalSize: rowCount.nullish().catch(undefined),
  })
  .refine((page) => page.activeNumbers || page.totalSize === 0, { path: ['activeNumbers'] })

export const searchAnswer = z.object({ availableNumbers: rowList.nullish() })

/** A token that could not stand in a header is no token. */
export const tokenAnswer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,8192}$/),
  expires_in: z.number().positive().nullish().catch(undefined),
})

const violation = z.object({ field: text, description: text }).catch({ field: undefined, description: undefined })
const detail = z.object({ fieldViolations: z.array(violation).catch([]) }).catch({ fieldViolations: [] })

/** What stands beside a failure: Sinch's envelope, or an `error` that is only text. */
export const errorBody = z.object({
  error: z.union([z.string(), z.object({ message: text, details: z.array(detail).nullish().catch(undefined) })]),
  error_description: text,
})

/** What stands beside a failure of the trunk and fax APIs. */
export const otherErrorBody = z.object({ message: z.string() })

const trunk = z.object({ id: z.string().min(1), name: text, domain: text })
const faxService = z.object({ id: z.string().min(1), name: text, defaultForProject: flag })

/** Rows that have an id; the others cannot be chosen. */
function rowsOf<Row extends z.ZodType>(row: Row) {
  return z.array(z.unknown()).transform((rows) =>
    rows.flatMap((one) => {
      const parsed = row.safeParse(one)
      return parsed.success ? [parsed.data] : []
    }),
  )
}

export const trunksAnswer = z.object({ trunks: rowsOf(trunk), pageSize: count, totalItems: count })
export const faxServicesAnswer = z.object({ services: rowsOf(faxService), totalPages: count })
