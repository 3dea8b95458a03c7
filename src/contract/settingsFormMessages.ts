import * as z from 'zod/mini'
import { formTexts } from './formTexts.ts'
import { formView } from './numberCard.ts'
import { choice, draft, fieldKey, fieldLabels, review } from './settingsView.ts'

/** Raised with every change of the messages; a page of another version is refused. */
export const formProtocol = 4

const protocol = z.literal(formProtocol)
const requestId = z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/))
const mostNumbers = 500

const restoreKey = z.strictObject({
  v: protocol,
  accountId: z.string().check(z.regex(/^[\w.:-]{1,100}$/)),
  /** E.164 with its plus; several for a form of several numbers. */
  numbers: z.array(z.string().check(z.regex(/^\+[1-9]\d{1,14}$/))).check(z.minLength(1), z.maxLength(mostNumbers)),
  /** What was not saved yet. */
  draft: z.optional(draft),
  /** What the fields of the draft are called: it can be asked about before they were read again. */
  labels: fieldLabels,
})

const wish = { v: protocol, id: requestId }

/** From the page, therefore untrusted: it names nothing but the wish. Account, numbers and addresses are the host's. */
const formMessage = z.discriminatedUnion('type', [
  z.strictObject({ ...wish, type: z.literal('ready') }),
  /** The first content came to the screen so many milliseconds ago. */
  z.strictObject({ ...wish, type: z.literal('shown'), agoMs: z.number().check(z.minimum(0), z.maximum(3_600_000)) }),
  z.strictObject({ ...wish, type: z.literal('copy') }),
  z.strictObject({ ...wish, type: z.literal('refresh') }),
  z.strictObject({ ...wish, type: z.literal('openConsole') }),
  /** What the fields hold that is not saved. It is kept and gets no answer. */
  z.strictObject({ ...wish, type: z.literal('draft'), draft }),
  z.strictObject({ ...wish, type: z.literal('choices'), field: fieldKey }),
  /** Asks what saving would do. */
  z.strictObject({ ...wish, type: z.literal('review'), draft }),
  /** Agrees to a review; nothing but what it said is sent. */
  z.strictObject({ ...wish, type: z.literal('save'), review: requestId }),
])

const answer = { v: protocol, replyTo: requestId }

const hostMessage = z.discriminatedUnion('type', [
  z.strictObject({
    v: protocol,
    type: z.literal('view'),
    view: formView,
    texts: formTexts,
    /** What the page keeps, together with its draft, so that the panel can be opened again with the window. No secret is in it. */
    restore: restoreKey,
  }),
  /** What is not saved, from now on: for a page that was built anew, and after saving. */
  z.strictObject({ v: protocol, type: z.literal('draft'), draft }),
  z.strictObject({
    ...answer,
    type: z.literal('outcome'),
    outcome: z.enum(['done', 'failed']),
    /** A sentence for the person; absent when the result speaks for itself. */
    message: z.optional(z.string()),
  }),
  /** What is going on meanwhile. */
  z.strictObject({ ...answer, type: z.literal('progress'), message: z.string() }),
  z.strictObject({ ...answer, type: z.literal('choices'), field: fieldKey, choices: z.array(choice) }),
  z.strictObject({ ...answer, type: z.literal('review'), review }),
  z.strictObject({
    ...answer,
    type: z.literal('refused'),
    message: z.string(),
    problems: z.array(z.strictObject({ field: fieldKey, problem: z.string() })),
  }),
])

export type FormMessage = z.infer<typeof formMessage>
export type HostMessage = z.infer<typeof hostMessage>
export type RestoreKey = z.infer<typeof restoreKey>

/** A message from the page, undefined when it is anything but exactly one that we know. */
export function parseFormMessage(raw: unknown): FormMessage | undefined {
  return parsed(formMessage, raw)
}

/** A message to the page; the host builds these by type, tests hold them against the schema. */
export function parseHostMessage(raw: unknown): HostMessage | undefined {
  return parsed(hostMessage, raw)
}

/** What a page of an earlier session kept. It may come from anywhere, so it must be exactly of this form. */
export function parseRestoreKey(raw: unknown): RestoreKey | undefined {
  return parsed(restoreKey, raw)
}

function parsed<T>(schema: z.ZodMiniType<T>, raw: unknown): T | undefined {
  const result = z.safeParse(schema, raw)
  return result.success ? result.data : undefined
}
