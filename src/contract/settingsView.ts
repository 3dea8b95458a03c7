import * as z from 'zod/mini'

/** A field's key; also the name of a choices call. No inherited property has such a name in a record made from JSON. */
export const fieldKey = z.string().check(
  z.regex(/^[A-Za-z][\w.-]{0,63}$/),
  z.refine((key) => !(key in {})),
)

const longestText = 10_000
const mostNumbers = 2_000
const mostFields = 100
const longestLabel = 200

const text = z.string().check(z.maxLength(longestText))

/** What a field can hold: text and ids, on or off, a list of numbers. */
const fieldValue = z.union([
  text,
  z.boolean(),
  z.array(z.string().check(z.maxLength(100))).check(z.maxLength(mostNumbers)),
])

// A record would leave this name out without a word.
const isHonest = z.refine((raw) => typeof raw === 'object' && raw !== null && !Object.hasOwn(raw, '__proto__'))

/** Fields that a person changed, by key; null clears. Nothing of it is sent anywhere before it was reviewed. */
export const draft = z.pipe(
  z.unknown().check(isHonest),
  z.record(fieldKey, z.nullable(fieldValue)).check(z.refine((fields) => Object.keys(fields).length <= mostFields)),
)

/** What fields are called, by key. */
export const fieldLabels = z.pipe(
  z.unknown().check(isHonest),
  z
    .record(fieldKey, z.string().check(z.maxLength(longestLabel)))
    .check(z.refine((labels) => Object.keys(labels).length <= mostFields)),
)

export const notice = z.strictObject({ severity: z.enum(['info', 'warning', 'error']), text: z.string() })

export const choice = z.strictObject({ value: z.string(), label: z.string(), hint: z.optional(z.string()) })

const fieldInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), placeholder: z.string(), longest: z.number() }),
  z.strictObject({ kind: z.literal('toggle') }),
  z.strictObject({ kind: z.literal('fixedChoice'), choices: z.array(choice) }),
  z.strictObject({ kind: z.literal('listedChoice'), clearable: z.boolean(), idLabel: z.string() }),
  z.strictObject({ kind: z.literal('ownNumbers') }),
])

const settingsField = z.strictObject({
  key: fieldKey,
  label: z.string(),
  help: z.string(),
  /** A heading that neighbouring fields share. */
  group: z.string(),
  input: fieldInput,
  visibleWhen: z.optional(z.strictObject({ key: fieldKey, value: z.string() })),
  /** What the provider is making of it, in words. */
  waiting: z.optional(z.string()),
  /** Today's value; `open` = there is none to show, and `note` says why. */
  value: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('known'), value: fieldValue, words: z.string() }),
    z.strictObject({ kind: z.literal('open'), note: z.string() }),
  ]),
})

/** What became of one number when several were saved. */
const lineResult = z.strictObject({ label: z.string(), tone: z.enum(['done', 'failed']), text: z.string() })

export const settingsView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reading'), text: z.string() }),
  z.strictObject({ kind: z.literal('failed'), text: z.string() }),
  z.strictObject({
    kind: z.literal('ready'),
    fields: z.array(settingsField),
    /** What the provider is still working on, what was left out, what cannot be set. */
    notices: z.array(notice),
    results: z.array(lineResult),
    /** What came of the provider's work since the last change was saved. */
    news: z.optional(z.strictObject({ tone: z.enum(['done', 'failed']), text: z.string() })),
  }),
])

/** What will be sent, in words, before it is sent. */
export const review = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What the provider shows now that it did not show when the form was opened. */
  meanwhile: z.array(z.strictObject({ label: z.string(), was: z.string(), now: z.string() })),
  lines: z.array(z.strictObject({ label: z.string(), from: z.string(), to: z.string() })),
  notices: z.array(notice),
  /** The verb on the button. */
  save: z.string(),
})

export type FieldValue = z.infer<typeof fieldValue>
export type Draft = z.infer<typeof draft>
export type Notice = z.infer<typeof notice>
export type ChoiceView = z.infer<typeof choice>
export type FieldInputView = z.infer<typeof fieldInput>
export type SettingsFieldView = z.infer<typeof settingsField>
export type LineResult = z.infer<typeof lineResult>
export type SettingsView = z.infer<typeof settingsView>
export type ReviewView = z.infer<typeof review>
export type SettingsNews = NonNullable<Extract<SettingsView, { kind: 'ready' }>['news']>
