import * as z from 'zod/mini'
import { notice, settingsView } from './settingsView.ts'

/** What the page can ask for with a button. Which ones are shown is the host's decision. */
export const actionId = z.enum(['copy', 'refresh', 'openConsole'])

const cardRow = z.strictObject({
  label: z.string(),
  value: z.string(),
  /** `code` is text that a person compares or copies character by character. */
  kind: z.enum(['text', 'code']),
})

const cardGroup = z.strictObject({ id: z.string(), heading: z.string(), rows: z.array(cardRow) })

const cardAction = z.strictObject({
  id: actionId,
  label: z.string(),
  /** Shown while the answer is awaited, when that can take long enough to notice. */
  doing: z.optional(z.string()),
})

const cardState = z.strictObject({ label: z.string(), tone: z.enum(['good', 'waiting', 'bad', 'neutral']) })

const numberCard = z.strictObject({
  /** The number as people write it, or how many there are. */
  title: z.string(),
  providerLabel: z.string(),
  accountLabel: z.string(),
  sandbox: z.boolean(),
  /** How the number is; several numbers have none in common. */
  state: z.optional(cardState),
  notices: z.array(notice),
  groups: z.array(cardGroup),
  actions: z.array(cardAction),
})

/** A number that is not, or not yet, in the account's list. */
const missingNumber = z.strictObject({ title: z.string(), notices: z.array(notice), actions: z.array(cardAction) })

export const formView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), card: numberCard, settings: settingsView }),
  z.strictObject({ kind: z.literal('missing'), missing: missingNumber }),
])

export type FormActionId = z.infer<typeof actionId>
export type FormView = z.infer<typeof formView>
export type NumberCard = z.infer<typeof numberCard>
export type MissingNumber = z.infer<typeof missingNumber>
export type CardGroup = z.infer<typeof cardGroup>
export type CardRow = z.infer<typeof cardRow>
export type CardAction = z.infer<typeof cardAction>
export type CardState = z.infer<typeof cardState>
