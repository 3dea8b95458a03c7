import { formProtocol, type HostMessage, type RestoreKey } from '../../contract/settingsFormMessages.ts'
import type { Draft } from '../../contract/settingsView.ts'
import { inParallel } from '../../core/inParallel.ts'
import type { SettingsChange } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { t } from '../../core/words.ts'
import type { FormatDay } from './cardNotices.ts'
import { failureSentence } from './failureSentence.ts'
import { type FirstContent, firstContent } from './firstContent.ts'
import { createFormHandler, type FormHandler, type FormRequest } from './formHandler.ts'
import { done, type FormReply } from './formReply.ts'
import { formViewOf, targetTitle } from './formViewOf.ts'
import { formWords } from './formWords.ts'
import { createSettingsDesk, type SettingsDesk } from './settingsDesk.ts'
import type { FormTarget, FormWork, UnsavedChange } from './settingsFormDeps.ts'

export interface FormSessionOptions {
  readonly target: FormTarget
  readonly work: FormWork
  readonly numbering: PhoneNumbering
  readonly post: (message: HostMessage) => void
  readonly day: FormatDay
  /** The time of day now, for people. */
  readonly timeNow: () => string
  /** What was not saved when this form was open before. It may come from anywhere. */
  readonly unsaved?: UnsavedChange
  /** Told whenever there begin to be changes that are not saved, or cease to be. */
  readonly onUnsaved?: (unsaved: boolean) => void
  /** Told how many milliseconds ago the first content came to the screen. */
  readonly onShown?: (agoMs: number) => void
}

/** One form at work: what it shows of its numbers and what its buttons do. */
export interface FormSession extends FormHandler {
  /** What is known now, for the page before it speaks. */
  firstContent(): FirstContent
  /** What is not saved. */
  unsaved(): UnsavedChange
  /** The save that is under way, with how it ends in words. */
  saving(): Promise<FormReply> | undefined
  setVisible(visible: boolean): void
}

export function createFormSession(options: FormSessionOptions): FormSession {
  const { target, work, numbering, onUnsaved = () => {}, onShown = () => {} } = options
  const { accountId, numbers } = target
  const { draft = {}, labels = {} } = options.unsaved ?? {}
  const restore: RestoreKey = { v: formProtocol, accountId, numbers: [...numbers], labels: { ...labels } }
  const found = () => work.find(accountId, numbers[0])
  const describe = (error: unknown) =>
    work.redact(failureSentence(error, found(), targetTitle(target, numbering), work.log))
  const desk = createSettingsDesk({
    ...{ target, work, numbering, describe, draft },
    providerLabel: () => found()?.provider.label ?? t('The provider'),
    onChange: () => handler.update(),
  })
  // What was to be saved in a sandbox that is over can be saved nowhere.
  const unsaved = (): UnsavedChange =>
    work.isPastSandbox(accountId) ? { draft: {}, labels: {} } : { draft: desk.draft(), labels: labelsOf(desk, labels) }
  const isUnsaved = () => Object.keys(unsaved().draft).length > 0
  let saving: Promise<FormReply> | undefined
  let begun = false
  const answer = async (request: FormRequest, say: (text: string) => void): Promise<FormReply> => {
    if (request.type !== 'save') return await fulfil(options, desk, request)
    saving = desk.save(request.review, say)
    try {
      return await saving
    } finally {
      saving = undefined
      onUnsaved(isUnsaved())
    }
  }
  const handler = createFormHandler({
    viewMessage: () => ({ v: formProtocol, type: 'view', view: formViewOf(options, desk), texts: formWords, restore }),
    draftMessage: () => ({ v: formProtocol, type: 'draft', draft: toDraft(desk.draft()) }),
    ...{ post: options.post, log: work.log, describeFailure: describe, answer, onShown },
    onDraft(draft) {
      // The fields are locked now, and the end of the save decides what is left.
      if (saving !== undefined) return
      desk.setDraft(draft)
      onUnsaved(isUnsaved())
    },
    onFirstReady() {
      begun = true
      void begin(options, desk, handler)
    },
  })
  return {
    receive: handler.receive,
    update() {
      if (begun && desk.isIdle() && found() !== undefined) void desk.load()
      if (work.isPastSandbox(accountId)) onUnsaved(false)
      handler.update()
    },
    dispose() {
      handler.dispose()
      desk.dispose()
    },
    firstContent: () => firstContent(formViewOf(options, desk), formWords),
    unsaved,
    saving: () => saving,
    setVisible: desk.setVisible,
  }
}

type OtherRequest = Exclude<FormRequest, { type: 'save' }>

async function fulfil(options: FormSessionOptions, desk: SettingsDesk, request: OtherRequest): Promise<FormReply> {
  const { target, work } = options
  switch (request.type) {
    case 'copy':
      await work.copy(target.numbers.join('\n'))
      return done(
        target.numbers.length === 1
          ? t('Copied {0}.', target.numbers[0])
          : t('Copied {0} numbers.', target.numbers.length),
      )
    case 'refresh':
      return await refresh(options, desk)
    case 'openConsole':
      await work.openConsole(target.accountId)
      return done()
    case 'choices':
      return await desk.choices(request.field)
    case 'review':
      return await desk.review(request.draft)
    default:
      return request satisfies never
  }
}

async function refresh({ target, work, timeNow }: FormSessionOptions, desk: SettingsDesk): Promise<FormReply> {
  await readRows(work, target.accountId, target.numbers)
  const found = work.find(target.accountId, target.numbers[0])
  if (found === undefined) return done(t('Not found in the account.'))
  await desk.load()
  return done(t('Read from {0} at {1}.', found.provider.label, timeNow()))
}

/** A form that came back with the window is there before its account's list is: ask for its numbers. */
async function begin(options: FormSessionOptions, desk: SettingsDesk, handler: FormHandler): Promise<void> {
  const { target, work } = options
  if (work.isPastSandbox(target.accountId)) return
  const missing = target.numbers.filter((number) => work.find(target.accountId, number) === undefined)
  try {
    await readRows(work, target.accountId, missing)
  } catch (error) {
    const reason = error instanceof Error ? error.message : typeof error
    work.log.info(`Settings form: the number could not be read: ${reason}`)
  }
  if (desk.isIdle() && work.find(target.accountId, target.numbers[0]) !== undefined) await desk.load()
  handler.update()
}

const atOnce = 4

async function readRows(work: FormSessionOptions['work'], accountId: string, numbers: readonly E164[]): Promise<void> {
  await inParallel(numbers, atOnce, (number) => work.refreshNumber(accountId, number))
}

/** The same in the words of the messages. */
function toDraft(change: SettingsChange): Draft {
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? [...value] : value,
    ]),
  )
}

/** What the changed fields are called; while they are not read, as they were called when the form was open before. */
function labelsOf(desk: SettingsDesk, before: UnsavedChange['labels']): UnsavedChange['labels'] {
  const draft = desk.draft()
  const view = desk.view()
  const named =
    view.kind === 'ready' ? view.fields.map(({ key, label }) => [key, label] as const) : Object.entries(before)
  return Object.fromEntries(named.filter(([key]) => draft[key] !== undefined))
}
