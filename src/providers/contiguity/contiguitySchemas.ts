import * as z from 'zod'
import { rowList } from '../../http/rowList.ts'

const text = z.string().nullish().catch(undefined)
const amount = z.union([z.string(), z.number()]).nullish().catch(undefined)
const moment = z.union([z.string(), z.number()]).nullish().catch(undefined)
const word = z.string().nullish().catch(undefined)
const words = z
  .array(z.unknown())
  .transform((items) => items.filter((item) => typeof item === 'string'))
  .nullish()
  .catch(undefined)

/** Any JSON object: enough to know that Contiguity answered. */
export const anyAnswer = z.object({})

/** Both lists come whole. Rows are read one by one, so that a bad one does not hide the others. */
export const listAnswer = z.object({ data: z.object({ numbers: rowList }) })

const pricing = z.object({ currency: text, upfront_fee: amount, monthly_rate: amount }).nullish().catch(undefined)

const billing = z
  .object({
    method: word,
    price: pricing,
    period: z.object({ start: moment, end: moment }).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined)

/** A plain array of channels is an older form that the documentation still shows in one place. */
const capabilities = z
  .union([
    z.object({ intl_sms: z.boolean().nullish().catch(undefined), channels: words }),
    z.array(z.unknown()).transform((items) => ({
      intl_sms: undefined,
      channels: items.filter((item) => typeof item === 'string'),
    })),
  ])
  .nullish()
  .catch(undefined)

/** A number, offered or leased. Everything that the specification requires has been seen missing somewhere. */
export const numberRow = z.looseObject({
  id: text,
  status: word,
  number: z
    .union([z.string().transform((e164) => ({ e164 })), z.object({ e164: text })])
    .nullish()
    .catch(undefined),
  location: z.object({ country: text, region: text, city: text }).nullish().catch(undefined),
  carrier: text,
  capabilities,
  health: z.object({ reputation: amount, previous_owners: amount }).nullish().catch(undefined),
  data: z
    .object({ requirements: words, e911_capable: z.boolean().nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  created_at: moment,
  pricing,
  lease_id: text,
  lease_status: word,
  billing,
})
export type NumberRow = z.output<typeof numberRow>

export const oneAnswer = z.object({ data: z.unknown() })

/** The answer to a rent. It is not a number's row: `number` is plain text here. */
export const leaseCreated = z.object({
  id: text,
  data: z.object({
    number: z
      .union([z.string().transform((e164) => ({ e164 })), z.object({ e164: text })])
      .nullish()
      .catch(undefined),
    lease_id: text,
    status: word,
    billing,
  }),
})

/** The answer to a release calls the number `number_id`. */
export const leaseTerminated = z.object({ id: text, data: z.object({ number_id: text, status: word }) })

/** The answer to a change of settings. A failover that is not whole is none: nothing is claimed then. */
export const configured = z.object({
  data: z.object({
    number: text,
    failover: z
      .object({
        enabled: z.boolean(),
        mode: z.enum(['all', 'selective']),
        numbers: z.array(z.string()),
      })
      .nullish()
      .catch(undefined),
  }),
})

export const entitlement = z.object({ data: z.object({ status: z.string() }) })

/** What may stand in a failure: the documented envelope, or `message` at the top. */
export const errorBody = z.object({
  id: text,
  data: z.object({ error: text, agreement_url: text }).nullish().catch(undefined),
  message: text,
})
