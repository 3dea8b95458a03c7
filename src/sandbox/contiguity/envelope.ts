import type { EmulatorContext, EmulatorResponse } from '../emulator.ts'
import { randomText } from './contiguityWorld.ts'

export const API_VERSION = 'v2026.8.2'

/** A refusal in the provider's words; thrown where a request turns out to be impossible. */
export class Refusal extends Error {
  readonly status: number
  readonly agreementUrl: string | undefined

  constructor(status: number, sentence: string, agreementUrl?: string) {
    super(sentence)
    this.status = status
    this.agreementUrl = agreementUrl
  }
}

/** 200 with `data` in the provider's envelope. */
export function success(context: EmulatorContext, data: unknown): EmulatorResponse {
  return { status: 200, body: envelope(context, 'req', 'response', data) }
}

/** The refusal's status with its sentence in the provider's envelope. */
export function refused(context: EmulatorContext, refusal: Refusal): EmulatorResponse {
  const link = refusal.agreementUrl === undefined ? {} : { agreement_url: refusal.agreementUrl }
  const data = { error: refusal.message, status: refusal.status, ...link }
  return { status: refusal.status, body: envelope(context, 'err', 'error', data) }
}

function envelope({ clock, random }: EmulatorContext, prefix: string, object: string, data: unknown): string {
  const id = `${prefix}_${randomText(random, 16)}`
  return JSON.stringify({ id, timestamp: clock.now(), api_version: API_VERSION, object, data })
}
