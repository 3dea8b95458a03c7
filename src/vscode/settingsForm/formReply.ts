import type { HostMessage } from '../../contract/settingsFormMessages.ts'

type Answering = Extract<HostMessage, { replyTo: string }>
type Content<Message> = Message extends Answering ? Omit<Message, 'v' | 'replyTo'> : never

/** The last answer to one request of the page, without its address. */
export type FormReply = Exclude<Content<Answering>, { type: 'progress' }>

export type FieldProblems = Extract<FormReply, { type: 'refused' }>['problems']

export function done(message?: string): FormReply {
  return { type: 'outcome', outcome: 'done', ...(message === undefined ? {} : { message }) }
}

export function failed(message: string): FormReply {
  return { type: 'outcome', outcome: 'failed', message }
}

export function refused(message: string, problems: FieldProblems = []): FormReply {
  return { type: 'refused', message, problems }
}
