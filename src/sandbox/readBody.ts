import type { IncomingMessage } from 'node:http'

export const BODY_LIMIT = 1024 * 1024

/** How much of a body that is too long is still read away, so that its sender gets to see the refusal. */
const DRAIN_LIMIT = 16 * BODY_LIMIT

/**
 * The whole body as text, or undefined when it is longer than 1 MiB (nothing of it is kept then).
 * @throws when the connection ends before the body does.
 */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const part: Buffer = Buffer.from(chunk)
    length += part.length
    if (length > DRAIN_LIMIT) throw new RangeError('The body does not end')
    if (length <= BODY_LIMIT) chunks.push(part)
    else chunks.length = 0
  }
  return length > BODY_LIMIT ? undefined : Buffer.concat(chunks).toString('utf8')
}
