import type { LineResult, SettingsNews, SettingsView } from '../../contract/settingsView.ts'
import type { NumberSettings, SettingsChange } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { sharedSettings } from '../../core/sharedSettings.ts'
import { t } from '../../core/words.ts'
import { createFieldChoices, type FieldChoices } from './fieldChoices.ts'
import { type FormReply, failed, refused } from './formReply.ts'
import { isProvisioning, newsSince, type Readings, readNumbers, settledSince, withNewer } from './numberReadings.ts'
import { createProvisioningWatch } from './provisioningWatch.ts'
import { askReview, saveReviewed } from './saveSteps.ts'
import type { FormTarget, FormWork } from './settingsFormDeps.ts'
import type { ReviewedChange } from './settingsReview.ts'
import { settingsViewOf } from './settingsViewOf.ts'

/** The settings of the form's numbers: what was read, what the person changed, what was agreed to. */
export interface SettingsDesk {
  view(): SettingsView
  /** True until the first reading has begun. */
  isIdle(): boolean
  /** Reads the settings. A failure is shown in their place; when they were shown before they stay, and it rejects. */
  load(): Promise<void>
  draft(): SettingsChange
  setDraft(draft: SettingsChange): void
  choices(key: string): Promise<FormReply>
  /** What saving would do, as a question; nothing is sent. */
  review(draft: SettingsChange): Promise<FormReply>
  /** Sends what was reviewed, once; any other id is refused. `say` tells what is going on. */
  save(reviewId: string, say: (text: string) => void): Promise<FormReply>
  /** While the form is hidden nothing is asked. */
  setVisible(visible: boolean): void
  dispose(): void
}

export interface SettingsDeskOptions {
  readonly target: FormTarget
  readonly work: FormWork
  readonly numbering: PhoneNumbering
  /** What was not saved when the form was open before. */
  readonly draft: SettingsChange
  readonly providerLabel: () => string
  /** A failure as a sentence. */
  readonly describe: (error: unknown) => string
  /** What is shown changed by itself. */
  readonly onChange: () => void
}

/** A desk at work. */
export interface Desk {
  readonly options: SettingsDeskOptions
  readonly choices: FieldChoices
  readonly signal: AbortSignal
  phase: 'idle' | 'reading' | 'ready' | 'failed'
  failure: string
  readings: Readings
  draft: SettingsChange
  /** Asked and not answered yet. */
  review: ReviewedChange | undefined
  results: readonly LineResult[]
  news: SettingsNews | undefined
  /** Numbers that were not saved because they had changed meanwhile, as they were shown before: the next question says what changed. */
  readonly overtaken: Map<E164, NumberSettings>
  visible: boolean
}

export function createSettingsDesk(options: SettingsDeskOptions): SettingsDesk {
  const closing = new AbortController()
  const desk = emptyDesk(options, closing.signal)
  const watch = createProvisioningWatch({
    pause: options.work.pause,
    look: async (signal) => {
      const { readings } = desk
      await lookAgain(desk, signal)
      desk.news = newsSince(readings, desk.readings, options.providerLabel()) ?? desk.news
      await refreshRows(options, settledSince(readings, desk.readings))
      options.onChange()
      return isProvisioning(desk.readings)
    },
  })
  const watchWhereNeeded = () => watch.set(desk.visible && isProvisioning(desk.readings))
  return {
    view: () => viewOf(desk),
    isIdle: () => desk.phase === 'idle',
    load: async () => {
      await load(desk)
      watchWhereNeeded()
    },
    draft: () => desk.draft,
    setDraft(draft) {
      desk.draft = draft
    },
    choices: (key) => choicesReply(desk, key),
    review: async (draft) => await askReview(desk, draft),
    async save(reviewId, say) {
      const agreed = desk.review
      if (agreed?.id !== reviewId) return refused(t('This question is out of date. Review the changes again.'))
      desk.review = undefined
      desk.news = undefined
      const reply = await saveReviewed(desk, agreed, say)
      watchWhereNeeded()
      return reply
    },
    setVisible(visible) {
      desk.visible = visible
      watchWhereNeeded()
    },
    dispose() {
      closing.abort()
      watch.dispose()
    },
  }
}

function emptyDesk(options: SettingsDeskOptions, signal: AbortSignal): Desk {
  const { work, target, numbering, draft } = options
  const choices = createFieldChoices({
    driver: async () => (await work.access(target.accountId)).tools.driver,
    // No number takes over for itself.
    ownNumbers: async () =>
      (await work.ownNumbers(target.accountId)).filter(({ number }) => !target.numbers.includes(number)),
    numbering,
    signal,
  })
  return {
    ...{ options, choices, signal, draft },
    ...{ phase: 'idle', failure: '', readings: { settings: [], leftOut: [] } },
    ...{ review: undefined, results: [], news: undefined, overtaken: new Map(), visible: true },
  }
}

function viewOf({ options, phase, failure, readings, choices, results, news }: Desk): SettingsView {
  switch (phase) {
    case 'idle':
    case 'reading':
      return { kind: 'reading', text: t('Reading the settings…') }
    case 'failed':
      return { kind: 'failed', text: failure }
    case 'ready': {
      const { numbering, describe, work } = options
      const parts = { readings, choices, numbering, describe, redact: work.redact }
      const view = settingsViewOf({ ...parts, providerLabel: options.providerLabel() })
      return { ...view, results: [...results], ...(news === undefined ? {} : { news }) }
    }
    default:
      return phase satisfies never
  }
}

async function load(desk: Desk): Promise<void> {
  const { options, signal } = desk
  if (desk.phase !== 'ready') {
    desk.phase = 'reading'
    options.onChange()
  }
  try {
    desk.readings = await readAll(options, signal)
    desk.phase = 'ready'
    desk.results = []
    desk.news = undefined
    desk.overtaken.clear()
  } catch (error) {
    if (desk.phase === 'ready') throw error
    desk.phase = 'failed'
    desk.failure = options.describe(error)
  }
  options.onChange()
}

async function readAll({ work, target }: SettingsDeskOptions, signal: AbortSignal): Promise<Readings> {
  const { tools } = await work.access(target.accountId)
  return await readNumbers(tools, target.numbers, signal)
}

/** While a person is changing something, values stay as they were when that began; what the provider works on is shown all the same. */
async function lookAgain(desk: Desk, signal: AbortSignal): Promise<void> {
  const { options } = desk
  try {
    const { settings } = await readAll(options, signal)
    const untouched = Object.keys(desk.draft).length === 0 && desk.review === undefined
    const newer = settings.map((now) => {
      const before = desk.readings.settings.find(({ number }) => number === now.number)
      return untouched || before === undefined ? now : { ...before, provisioning: now.provisioning }
    })
    desk.readings = withNewer(desk.readings, newer)
  } catch (error) {
    options.work.log.info(`Settings form: looking again did not work: ${options.describe(error)}`)
  }
}

/** What a provider finished is part of the number's row, too. */
async function refreshRows({ work, target, describe }: SettingsDeskOptions, numbers: readonly E164[]): Promise<void> {
  for (const number of numbers) {
    await work.refreshNumber(target.accountId, number).catch((error: unknown) => {
      work.log.info(`Settings form: the row could not be read again: ${describe(error)}`)
    })
  }
}

async function choicesReply({ readings, choices, options }: Desk, key: string): Promise<FormReply> {
  const field = sharedSettings(readings.settings).fields.find((candidate) => candidate.key === key)
  const { kind } = field?.input ?? { kind: 'text' }
  if (field === undefined || (kind !== 'listedChoice' && kind !== 'ownNumbers')) {
    return refused(t('This field has no choices.'))
  }
  try {
    const loaded = await choices.load(field)
    return { type: 'choices', field: key, choices: [...loaded] }
  } catch (error) {
    return failed(options.describe(error))
  }
}
