import * as z from 'zod/mini'

/** One word for one thing and another for several; `{n}` stands for the number. */
const counted = z.strictObject({ none: z.string(), one: z.string(), many: z.string() })

/** Words of the page itself; all text comes from the host, in the language of the host. `{x}` stands for text of the page. */
export const formTexts = z.strictObject({
  sandbox: z.string(),
  state: z.string(),
  actions: z.string(),
  severities: z.strictObject({ info: z.string(), warning: z.string(), error: z.string() }),
  settings: z.string(),
  results: z.string(),
  retry: z.string(),
  /** In the bar at the end: how much is not saved. */
  changes: counted,
  review: z.string(),
  discard: z.string(),
  discarded: z.string(),
  saving: z.string(),
  cancel: z.string(),
  /** Before today's value of a field that was changed. */
  was: z.string(),
  undo: z.string(),
  undoOf: z.string(),
  open: z.string(),
  on: z.string(),
  off: z.string(),
  none: z.string(),
  problem: z.string(),
  problems: counted,
  reviewColumns: z.strictObject({ from: z.string(), to: z.string(), was: z.string(), now: z.string() }),
  meanwhile: z.string(),
  toSave: z.string(),
  choices: z.strictObject({
    loading: z.string(),
    failed: z.string(),
    found: counted,
    more: z.string(),
    search: z.string(),
    typed: z.string(),
    /** Below a field whose value is not among its choices. */
    unlisted: z.string(),
    /** Below a box that takes nothing but choices, and was left with something else in it. */
    notOffered: z.string(),
    typable: z.string(),
    clearing: z.string(),
    show: z.string(),
  }),
  numbers: z.strictObject({ add: z.string(), remove: z.string(), chosen: z.string() }),
})

export type FormTexts = z.infer<typeof formTexts>
export type CountedText = z.infer<typeof counted>
