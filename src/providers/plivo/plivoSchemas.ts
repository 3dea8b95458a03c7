import * as z from 'zod'
import { rowList } from '../../http/rowList.ts'

const text = z.string().nullish().catch(undefined)
const flag = z.boolean().nullish().catch(undefined)
const amount = z.union([z.string(), z.number()]).nullish().catch(undefined)

/** Application ids have 17 digits: as a JSON number they would already be rounded, so only text and safe integers are believed. */
const identifier = z.union([
  z.string().min(1),
  z
    .number()
    .refine(Number.isSafeInteger)
    .transform((value) => String(value)),
])

const meta = z
  .object({ total_count: z.number().int().nonnegative().nullish().catch(undefined) })
  .nullish()
  .catch(undefined)

/** Any list of Plivo. Rows are read one by one, so that a bad one does not hide the others. */
export const listAnswer = z.object({ meta, objects: rowList })

/** An owned number. Everything but `number` may be missing or null; fields we do not know are kept. */
export const ownedRow = z.looseObject({
  number: identifier,
  alias: text,
  application: text,
  number_type: text,
  type: text,
  monthly_rental_rate: amount,
  sms_enabled: flag,
  mms_enabled: flag,
  voice_enabled: flag,
  active: flag,
  added_on: text,
  renewal_date: text,
})
export type OwnedRow = z.output<typeof ownedRow>

const prerequisite = z.object({ type: text, scope: text }).catch({ type: undefined, scope: undefined })

/** An offer. The documented example has neither rates nor region, so all of it is optional. */
export const offerRow = z.object({
  number: identifier,
  city: text,
  region: text,
  rate_center: text,
  country: text,
  type: text,
  sub_type: text,
  setup_rate: amount,
  monthly_rental_rate: amount,
  sms_enabled: flag,
  mms_enabled: flag,
  voice_enabled: flag,
  restriction: text,
  restriction_text: text,
  prerequisites: z.array(prerequisite).nullish().catch(undefined),
})
export type OfferRow = z.output<typeof offerRow>

/**
 * An owned number as its settings are read. `application` is not forced into text: something unreadable there must not look like "none".
 */
export const settingsRow = z.object({
  number: identifier,
  alias: text,
  application: z.unknown().optional(),
  sub_account: text,
  compliance_application_id: identifier.nullish().catch(undefined),
  cnam_lookup: text,
  number_type: text,
  type: text,
  active: flag,
})
export type SettingsRow = z.output<typeof settingsRow>

/** The answer to a change has no row. */
export const changedAnswer = z.object({ message: text })

export const applicationRow = z.object({ app_id: identifier, app_name: text })

/** Rows of `Subaccount/` contain tokens in clear: what is not named here is dropped. */
export const subaccountRow = z.object({ auth_id: z.string().min(1), name: text, enabled: flag })

export const complianceRow = z.object({
  compliance_id: identifier,
  alias: text,
  status: text,
  country_iso: text,
  number_type: text,
})

/** The list of compliance records calls its rows `compliances`. */
export const complianceAnswer = z
  .object({ meta, compliances: rowList })
  .transform(({ meta, compliances }) => ({ meta, objects: compliances }))

/** The verdict is in `numbers`, whatever the status and the top-level words say. */
export const rentAnswer = z.object({
  api_id: text,
  numbers: z.array(z.object({ number: identifier.nullish().catch(undefined), status: z.string() })).min(1),
})

/** What may stand beside a failure: `error` as text or as an object, or `message`. */
export const errorBody = z.object({
  api_id: text,
  error: z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .nullish()
    .catch(undefined),
  message: text,
})
