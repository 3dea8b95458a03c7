import type { ServerResponse } from 'node:http'
import type { EmulatorResponse } from './emulator.ts'

/** Sends a whole answer; the body is JSON unless the headers say otherwise. */
export function sendAnswer(response: ServerResponse, answer: EmulatorResponse): void {
  startAnswer(response, answer)
  response.end(answer.body)
}

/** Announces the whole body, sends its first half at once and the rest when `rest` resolves. */
export async function sendInHalves(
  response: ServerResponse,
  answer: EmulatorResponse,
  rest: () => Promise<void>,
): Promise<void> {
  const second = await sendFirstHalf(response, answer)
  await rest()
  response.end(second)
}

/** Announces the whole body, sends half of it and closes the connection. */
export async function sendCutOff(response: ServerResponse, answer: EmulatorResponse): Promise<void> {
  await sendFirstHalf(response, answer)
  response.socket?.destroy()
}

/** Breaks the connection so that the client sees a reset, not an ordinary end. */
export function resetConnection(response: ServerResponse): void {
  response.socket?.resetAndDestroy()
}

function startAnswer(response: ServerResponse, answer: EmulatorResponse): void {
  response.statusCode = answer.status
  if (answer.body !== undefined) {
    response.setHeader('content-type', 'application/json')
    response.setHeader('content-length', Buffer.byteLength(answer.body))
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
}

async function sendFirstHalf(response: ServerResponse, answer: EmulatorResponse): Promise<Buffer> {
  const bytes = Buffer.from(answer.body ?? '')
  const middle = Math.floor(bytes.length / 2)
  startAnswer(response, { ...answer, body: answer.body ?? '' })
  response.flushHeaders()
  await new Promise<void>((resolve) => response.write(bytes.subarray(0, middle), () => resolve()))
  return bytes.subarray(middle)
}
