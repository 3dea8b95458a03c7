import type { ServerResponse } from 'node:http'
import type { EmulatorResponse } from './emulator.ts'
import type { FaultEffect } from './faults.ts'
import { resetConnection, sendAnswer, sendCutOff, sendInHalves } from './sendAnswer.ts'

const HTML_PAGE =
  '<!doctype html>\n<html><head><title>Maintenance</title></head><body><h1>Back soon</h1></body></html>\n'

/**
 * Answers one request while `effect` goes wrong. `work` does the emulator's work and tells its answer; it is called
 * at most once. Resolves to the status sent, or null when the connection was destroyed; never resolves for "hang".
 */
export async function applyFault(
  effect: FaultEffect,
  response: ServerResponse,
  work: () => EmulatorResponse,
  wait: (ms: number) => Promise<void>,
): Promise<number | null> {
  switch (effect.kind) {
    case 'status':
      return send(response, scriptedAnswer(effect))
    case 'statusAfterWork':
      work()
      return send(response, scriptedAnswer(effect))
    case 'resetBefore':
      return reset(response)
    case 'resetAfter':
      work()
      return reset(response)
    case 'delay':
      return await answerLate(effect, response, work, wait)
    case 'slowBody': {
      const answer = work()
      await sendInHalves(response, answer, () => wait(effect.ms))
      return answer.status
    }
    case 'truncate':
      await sendCutOff(response, work())
      return null
    case 'truncateJson':
      return send(response, halved(work()))
    case 'nonJson':
      work()
      return send(response, htmlAnswer(effect.status, effect.body))
    case 'hang':
      if (effect.afterWork === true) work()
      return await new Promise<never>(() => undefined)
    default:
      return effect satisfies never
  }
}

async function answerLate(
  effect: Extract<FaultEffect, { kind: 'delay' }>,
  response: ServerResponse,
  work: () => EmulatorResponse,
  wait: (ms: number) => Promise<void>,
): Promise<number> {
  if (effect.afterWork !== true) {
    await wait(effect.ms)
    return send(response, work())
  }
  const answer = work()
  await wait(effect.ms)
  return send(response, answer)
}

function send(response: ServerResponse, answer: EmulatorResponse): number {
  sendAnswer(response, answer)
  return answer.status
}

function reset(response: ServerResponse): null {
  resetConnection(response)
  return null
}

function scriptedAnswer(effect: Extract<FaultEffect, { kind: 'status' | 'statusAfterWork' }>): EmulatorResponse {
  const { status, body, contentType } = effect
  const headers = { ...(contentType === undefined ? {} : { 'content-type': contentType }), ...effect.headers }
  if (body === undefined) return { status, headers }
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

function halved(answer: EmulatorResponse): EmulatorResponse {
  const body = answer.body ?? ''
  return { ...answer, body: body.slice(0, Math.floor(body.length / 2)) }
}

function htmlAnswer(status = 200, body = HTML_PAGE): EmulatorResponse {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}
