import {
  type FormMessage,
  formProtocol,
  type HostMessage,
  parseFormMessage,
} from '../../contract/settingsFormMessages.ts'
import type { Log } from '../../core/log.ts'
import { type FormReply, failed } from './formReply.ts'

/** A message that wants an answer. */
export type FormRequest = Exclude<FormMessage, { type: 'ready' | 'shown' | 'draft' }>

export interface FormHandlerOptions {
  /** The message that shows what is known now. */
  readonly viewMessage: () => HostMessage
  /** What the person changed and did not save. */
  readonly draftMessage: () => Extract<HostMessage, { type: 'draft' }>
  readonly post: (message: HostMessage) => void
  /** Does what was asked for. `say` tells meanwhile what is going on. */
  readonly answer: (request: FormRequest, say: (text: string) => void) => Promise<FormReply>
  /** The first content came to the screen so many milliseconds ago. */
  readonly onShown: (agoMs: number) => void
  readonly onDraft: (draft: Extract<FormMessage, { type: 'draft' }>['draft']) => void
  /** A failure as a sentence for the person; it must not contain a secret. */
  readonly describeFailure: (error: unknown) => string
  /** The page is there for the first time: a chance to fetch what is missing. */
  readonly onFirstReady: () => void
  readonly log: Log
}

/** The host's side of one form. Everything that arrives is untrusted; what is not exactly known has no effect. */
export interface FormHandler {
  receive(raw: unknown): void
  /** Shows the present view if the page is there and something in it changed. */
  update(): void
  /** After this nothing is handled and nothing is sent. */
  dispose(): void
}

const rememberedRequests = 256
const loggedRefusals = 5

export function createFormHandler(options: FormHandlerOptions): FormHandler {
  const { log } = options
  const handled = new Set<string>()
  const running = new Map<string, Promise<FormReply>>()
  let page: 'unseen' | 'ready' | 'disposed' = 'unseen'
  let shown = ''
  let refusals = 0

  const send = (message: HostMessage) => {
    if (page !== 'disposed') options.post(message)
  }
  const update = () => {
    if (page !== 'ready') return
    const message = options.viewMessage()
    const text = JSON.stringify(message)
    if (text === shown) return
    shown = text
    send(message)
  }
  const refuse = (why: string) => {
    refusals += 1
    // A page that went wrong could otherwise fill the log.
    if (refusals <= loggedRefusals) log.warn(`Settings form: a message was refused, ${why}`)
  }
  const run = (request: FormRequest): Promise<FormReply> => {
    const say = (message: string) => send({ v: formProtocol, type: 'progress', replyTo: request.id, message })
    const started = attempt(() => options.answer(request, say), options.describeFailure)
    const wish = wishOf(request)
    running.set(wish, started)
    return started.finally(() => running.delete(wish))
  }
  const answer = async (request: FormRequest) => {
    // The same wish again while it is being fulfilled gets the same answer; nothing is done twice.
    const reply = await (running.get(wishOf(request)) ?? run(request))
    // What is left to save comes first: today's values, held against the draft before saving, would leave a part of it.
    if (request.type === 'save' && page === 'ready') send(options.draftMessage())
    update()
    send({ ...reply, v: formProtocol, replyTo: request.id })
  }
  const ready = () => {
    const first = page === 'unseen'
    page = 'ready'
    shown = ''
    update()
    send(options.draftMessage())
    if (first) options.onFirstReady()
  }

  return {
    receive(raw) {
      if (page === 'disposed') return
      const message = parseFormMessage(raw)
      if (message === undefined) return refuse('it is not one that we know')
      if (message.type === 'ready') return ready()
      if (page === 'unseen') return refuse('the page was not ready')
      if (handled.has(message.id)) return refuse('it was handled before')
      remember(handled, message.id)
      if (message.type === 'shown') return options.onShown(message.agoMs)
      if (message.type === 'draft') return options.onDraft(message.draft)
      void answer(message)
    },
    update,
    dispose() {
      page = 'disposed'
    },
  }
}

/** What a request is after; two with the same wish are one while the first is under way. */
function wishOf(request: FormRequest): string {
  switch (request.type) {
    case 'choices':
      return `choices ${request.field}`
    case 'review':
      return `review ${request.id}`
    case 'copy':
    case 'refresh':
    case 'openConsole':
    case 'save':
      return request.type
    default:
      return request satisfies never
  }
}

async function attempt(work: () => Promise<FormReply>, describe: (error: unknown) => string): Promise<FormReply> {
  try {
    return await work()
  } catch (error) {
    return failed(describe(error))
  }
}

function remember(handled: Set<string>, id: string): void {
  handled.add(id)
  const [oldest] = handled
  if (handled.size > rememberedRequests && oldest !== undefined) handled.delete(oldest)
}
