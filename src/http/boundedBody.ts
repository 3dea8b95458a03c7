/** The largest body we read unless a request says otherwise, in bytes: many times a full page of any list, and an end to anything hostile. */
export const largestBody = 8 * 1024 * 1024

export class BodyRefused extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'BodyRefused'
  }
}

interface BodyStream extends AsyncIterable<Uint8Array> {
  on(event: 'error', listener: () => void): unknown
  destroy(): unknown
}

/** The body as text, refused when it is larger than `most` bytes or compressed (we never ask for that). */
export async function readBody(
  body: BodyStream,
  headers: Readonly<Record<string, string>>,
  most = largestBody,
): Promise<string> {
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') return refuse(body, `the answer is compressed (${encoding})`)
  if (Number(headers['content-length'] ?? 0) > most) return refuse(body, 'the answer is too large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > most) return refuse(body, 'the answer is too large')
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function refuse(body: BodyStream, reason: string): never {
  // Destroying ends the connection and is then reported as an error that nobody else listens to.
  body.on('error', () => undefined)
  body.destroy()
  throw new BodyRefused(reason)
}
