import type { VoiceType } from './vocabulary.ts'

/** What every asynchronous link has: when it was asked for, how fast it moves, and how it ends. */
interface Job {
  readonly startedAt: number
  /** Milliseconds from WAITING to IN_PROGRESS, and again from there to the end. */
  readonly stepMs: number
  readonly fails: boolean
}

export interface SmsJob extends Job {
  readonly servicePlanId: string
  readonly campaignId: string
  readonly errorCodes: readonly string[]
}

export interface VoiceJob extends Job {
  readonly type: VoiceType
  readonly target: string
}

export type JobState =
  | { readonly status: 'WAITING' | 'IN_PROGRESS' | 'FAILED'; readonly since: number }
  | { readonly status: 'DONE'; readonly since: number }

/** Where a job stands now. Sinch has no word for success: a job that is DONE disappears and its ids move up. */
export function jobState({ startedAt, stepMs, fails }: Job, now: number): JobState {
  if (now < startedAt + stepMs) return { status: 'WAITING', since: startedAt }
  if (now < startedAt + 2 * stepMs) return { status: 'IN_PROGRESS', since: startedAt + stepMs }
  return { status: fails ? 'FAILED' : 'DONE', since: startedAt + 2 * stepMs }
}
