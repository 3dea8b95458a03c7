import type { LineResult } from '../../contract/settingsView.ts'
import type { SettingsChange } from '../../core/numberSettings.ts'
import { missingValues, settingsProblems } from '../../core/settingsCheck.ts'
import { sharedSettings } from '../../core/sharedSettings.ts'
import { t } from '../../core/words.ts'
import { displayText } from './displayText.ts'
import { done, type FieldProblems, type FormReply, failed, refused } from './formReply.ts'
import { withNewer } from './numberReadings.ts'
import type { Desk } from './settingsDesk.ts'
import { type ReviewedChange, type ReviewParts, reviewedItems, reviewView } from './settingsReview.ts'
import { newerSettings, type SavedNumber, savedSentence, saveNumbers } from './settingsSave.ts'

/** Checks a draft and asks what a person has to agree to. A draft with a fault, or without an effect, is refused. */
export async function askReview(desk: Desk, draft: SettingsChange): Promise<FormReply> {
  if (desk.phase !== 'ready') return refused(t('The settings are not loaded.'))
  const { settings } = desk.readings
  const { fields } = sharedSettings(settings)
  const parts = reviewParts(desk)
  const { change, items } = reviewedItems(settings, draft, parts)
  const own = fields.find(({ input }) => input.kind === 'ownNumbers')
  const numbers = own === undefined ? [] : desk.choices.of(own).map(({ value }) => value)
  const problems = onePerField([
    ...settings.flatMap(({ values }) => missingValues(fields, values, change)),
    ...settingsProblems(fields, change, numbers),
  ])
  if (problems.length > 0) return refused('', problems)
  if (items.length === 0) return refused(t('Nothing would change.'))
  desk.draft = draft
  desk.review = { id: desk.options.work.newId(), change, items }
  const before = items.flatMap(({ number }) => desk.overtaken.get(number) ?? [])
  return { type: 'review', review: reviewView(desk.review, settings, parts, before) }
}

function onePerField(problems: FieldProblems): FieldProblems {
  return problems.filter(({ field }, at) => problems.findIndex((one) => one.field === field) === at)
}

/** Sends what was agreed to and says what became of it. A number that changed meanwhile leads to a new question. */
export async function saveReviewed(
  desk: Desk,
  { items }: ReviewedChange,
  say: (text: string) => void,
): Promise<FormReply> {
  const { work, target } = desk.options
  const { account, tools } = await work.access(target.accountId)
  const saved = await saveNumbers(tools, account, items, (index) => {
    if (items.length > 1) say(t('Saving {0} of {1}…', index + 1, items.length))
  })
  const newer = saved.flatMap((one) => newerSettings(one) ?? [])
  desk.readings = withNewer(desk.readings, newer)
  for (const { outcome, item } of saved) {
    if (outcome.kind === 'changedMeanwhile') desk.overtaken.set(item.number, item.seen)
    else desk.overtaken.delete(item.number)
  }
  if (saved.every(({ outcome }) => outcome.kind === 'done')) desk.draft = {}
  const [only, ...others] = saved
  return only !== undefined && others.length === 0 && target.numbers.length === 1
    ? await replyToOne(desk, only)
    : replyToSeveral(desk, saved)
}

async function replyToOne(desk: Desk, saved: SavedNumber): Promise<FormReply> {
  const { outcome } = saved
  if (outcome.kind === 'changedMeanwhile') {
    const again = await askReview(desk, desk.draft)
    // What the person wanted may be there already.
    return again.type === 'review' ? again : refused(sentence(desk, saved), problemsIn(again))
  }
  if (outcome.kind === 'done') return done(sentence(desk, saved))
  const problems = problemsOf(desk, [saved])
  if (problems.length === 0) return failed(sentence(desk, saved))
  // Without an answer of the provider it was a check of ours.
  const answered = outcome.kind === 'refused' && outcome.error.facts.status !== undefined
  return refused(answered ? t('Not saved: {0} refused it.', desk.options.providerLabel()) : t('Not saved.'), problems)
}

function replyToSeveral(desk: Desk, saved: readonly SavedNumber[]): FormReply {
  const count = saved.filter(({ outcome }) => outcome.kind === 'done').length
  desk.results = saved.map((one): LineResult => {
    const { format } = desk.options.numbering
    const tone = one.outcome.kind === 'done' ? 'done' : 'failed'
    const next = one.outcome.kind === 'changedMeanwhile' ? [t('The next review shows what changed.')] : []
    return { label: format(one.item.number), tone, text: [sentence(desk, one), ...next].join(' ') }
  })
  const summary = t('Saved {0} of {1}.', count, saved.length)
  if (count === saved.length) return done(summary)
  const problems = problemsOf(desk, saved)
  const message = `${summary} ${t('What is not saved is still in the form.')}`
  return problems.length > 0 ? refused(message, problems) : failed(message)
}

function sentence({ options }: Desk, saved: SavedNumber): string {
  return displayText(options.work.redact(savedSentence(saved, options.providerLabel(), options.describe)))
}

/** What the provider says of fields that the form has, each once. */
function problemsOf(desk: Desk, saved: readonly SavedNumber[]): FieldProblems {
  const { fields } = sharedSettings(desk.readings.settings)
  const problems = new Map<string, string>()
  for (const { outcome } of saved) {
    if (outcome.kind !== 'refused') continue
    for (const { field, problem } of outcome.error.facts.fields ?? []) {
      if (fields.some(({ key }) => key === field) && !problems.has(field)) problems.set(field, problem)
    }
  }
  return [...problems].map(([field, problem]) => ({ field, problem: displayText(desk.options.work.redact(problem)) }))
}

function problemsIn(reply: FormReply): FieldProblems {
  return reply.type === 'refused' ? reply.problems : []
}

function reviewParts({ options, choices }: Desk): ReviewParts {
  const { work, numbering } = options
  return { providerLabel: options.providerLabel(), choices, format: numbering.format, redact: work.redact }
}
