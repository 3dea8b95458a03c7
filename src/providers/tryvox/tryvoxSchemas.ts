import * as z from 'zod'
import { rowList } from '../../http/rowList.ts'

const text = z.string().nullish().catch(undefined)
const amount = z.union([z.number(), z.string()]).nullish().catch(undefined)
const count = z.number().int().nonnegative().nullish().catch(undefined)

/** Texts of a list; what is no text is left out. */
const texts = z
  .array(z.unknown())
  .nullish()
  .catch(undefined)
  .transform((list) => (list ?? []).filter((item) => typeof item === 'string'))

/** An answer about one thing, bare or inside `data`: both are accepted, because only the bare form is documented. */
export function singleObject(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || 'e164' in body || !('data' in body)) return body
  return body.data
}

/** A number, owned or offered. Everything but `e164` may be missing or null; fields we do not know are kept. */
export const numberRow = z.looseObject({
  e164: z.string(),
  country: text,
  type: text,
  region: text,
  status: text,
  capabilities: texts,
  monthly_fee: amount,
  setup_fee: amount,
  currency: text,
  trunk_id: text,
  application_id: text,
  created_at: text,
  available_after: text,
})
export type NumberRow = z.output<typeof numberRow>

export const singleNumber = z.preprocess(singleObject, numberRow)

/** Both paging shapes that TryVox's lists have. */
const pagination = z.object({
  total: count,
  total_count: count,
  per_page: count,
  current_page: count,
  page: count,
  total_pages: count,
})
export type WirePagination = z.output<typeof pagination>

/**
 * Any list of numbers. Rows are read one by one, so that a bad one does not hide the others. Offers may come as `items`, with the
 * paging beside them.
 */
export const listAnswer = z.union([
  z.object({ data: rowList, pagination: pagination.nullish().catch(undefined) }),
  pagination.extend({ items: rowList, pagination: pagination.nullish().catch(undefined) }),
])

export const releasePreview = z.preprocess(
  singleObject,
  z.object({
    e164: z.string(),
    can_release: z.boolean().nullish().catch(undefined),
    early_termination_fee: amount,
    currency: text,
    cooling_off_period_days: count,
    warnings: texts,
  }),
)
export type WirePreview = z.output<typeof releasePreview>

export const releaseReceipt = z.preprocess(
  singleObject,
  z.object({ e164: z.string(), early_termination_fee: amount, currency: text, available_after: text }),
)
export type WireReceipt = z.output<typeof releaseReceipt>

/** What TryVox answers to a change of the routing; also a whole number has these. */
export const routingSummary = z.preprocess(
  singleObject,
  z.object({ e164: z.string(), trunk_id: text, application_id: text }),
)

export const trunkRow = z.object({ id: z.string().min(1), name: text, sip_domain: text, status: text })

/** Trunks are documented as an array; other lists of TryVox are inside `data`, with pages. */
export const trunksAnswer = z.union([
  z.array(z.unknown()).transform((data) => ({ data, pagination: undefined })),
  z.object({ data: rowList, pagination: pagination.nullish().catch(undefined) }),
])

const fieldDetail = z.object({ field: text, reason: text }).catch({ field: undefined, reason: undefined })

export const errorBody = z.object({
  error: z.object({ code: text, message: text, details: z.array(fieldDetail).nullish().catch(undefined) }),
})
