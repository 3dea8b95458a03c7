import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import type { TestScope } from '../startSandbox.ts'

export interface RawServer {
  readonly origin: string
  /** How many requests began, by their first bytes. */
  readonly asked: () => number
  /** Bytes that were handed to sockets. */
  readonly written: () => number
  /** Resolves when every connection has ended. */
  allClosed(): Promise<void>
}

/** A server without manners: `answer` writes what it likes to each connection that asks something. It closes when `scope` ends. */
export async function startRawServer(scope: TestScope, answer: (socket: Socket) => void): Promise<RawServer> {
  const sockets = new Set<Socket>()
  let asked = 0
  let written = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('data', () => {
      asked += 1
      answer(socket)
    })
    socket.on('close', () => {
      written += socket.bytesWritten
      sockets.delete(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  scope.after(async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    written: () => written,
    allClosed: async () => {
      await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))))
    },
  }
}

/** Writes the same text again and again, as fast as it is read, until the connection ends. */
export function writeForEver(socket: Socket, text: string): void {
  const chunk = text.repeat(Math.max(1, Math.ceil(16_384 / text.length)))
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  }
  socket.on('drain', more)
  more()
}

/** Writes the same text every few milliseconds until the connection ends. */
export function writeSlowly(socket: Socket, text: string, everyMs = 10): void {
  const timer = setInterval(() => socket.write(text), everyMs)
  socket.on('close', () => clearInterval(timer))
}
