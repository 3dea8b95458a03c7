import assert from 'node:assert/strict'
import type { Socket } from 'node:net'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { largestBody } from '../../../src/http/boundedBody.ts'
import { connectHttp } from '../../support/connectHttp.ts'
import { startRawServer, writeForEver, writeSlowly } from '../../support/network/startRawServer.ts'
import { rejection } from '../../support/rejection.ts'

const timeouts = { read: 300, readDeadline: 600, write: 300 }
const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024))
const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

interface Attack {
  readonly name: string
  readonly answer: (socket: Socket) => void
  /** What a read is called then; every write has an unknown outcome. */
  readonly kinds: readonly string[]
}

const attacks: readonly Attack[] = [
  {
    name: 'headers without end',
    answer: (socket) => {
      socket.write(head)
      writeForEver(socket, 'x-more: and more\r\n')
    },
    kinds: ['network', 'unexpected', 'timeout'],
  },
  {
    name: 'one header without end',
    answer: (socket) => {
      socket.write(`${head}x-more: `)
      writeForEver(socket, 'and more ')
    },
    kinds: ['network', 'unexpected', 'timeout'],
  },
  {
    name: 'headers that trickle in',
    answer: (socket) => {
      socket.write(head)
      writeSlowly(socket, 'x: y\r\n')
    },
    kinds: ['timeout'],
  },
  {
    name: 'interim answers without end',
    answer: (socket) => writeForEver(socket, 'HTTP/1.1 102 Processing\r\n\r\n'),
    kinds: ['timeout', 'network'],
  },
  {
    name: 'a body that trickles in',
    answer: (socket) => {
      socket.write(`${head}content-length: 1000000\r\n\r\n`)
      writeSlowly(socket, ' ')
    },
    kinds: ['timeout'],
  },
  {
    name: 'a chunked body without end',
    answer: (socket) => {
      socket.write(`${head}transfer-encoding: chunked\r\n\r\n`)
      writeForEver(socket, `1000\r\n${' '.repeat(4096)}\r\n`)
    },
    kinds: ['unexpected', 'timeout'],
  },
  {
    name: 'a body that ends with the connection, without end',
    answer: (socket) => {
      socket.write(`${head}connection: close\r\n\r\n`)
      writeForEver(socket, ' ')
    },
    kinds: ['unexpected', 'timeout'],
  },
  {
    name: 'chunks that are none',
    answer: (socket) => socket.write(`${head}transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}`),
    kinds: ['network', 'unexpected', 'timeout'],
  },
  {
    name: 'two lengths that contradict each other',
    answer: (socket) => socket.write(`${head}content-length: 2\r\ncontent-length: 40\r\n\r\n{}`),
    kinds: ['network', 'unexpected', 'timeout'],
  },
  {
    name: 'no HTTP at all',
    answer: (socket) => writeForEver(socket, 'SSH-2.0-OpenSSH_9.9\r\n'),
    kinds: ['network', 'unexpected', 'timeout'],
  },
  {
    name: 'a gzip bomb',
    answer: (socket) => {
      socket.write(`${head}content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`)
      socket.write(bomb)
    },
    kinds: ['unexpected'],
  },
]

describe('a server that answers with', { concurrency: 4 }, () => {
  for (const { name, answer, kinds } of attacks) {
    it(`${name} is given up in time, and hung up on`, async (t) => {
      const server = await startRawServer(t, answer)
      const { send } = connectHttp(t, timeouts)
      const started = performance.now()
      const { kind } = await rejection(send({ origin: server.origin }))
      assert.ok(kinds.includes(kind), kind)
      const write = await rejection(send({ origin: server.origin, method: 'POST', operation: 'rent' }))
      assert.equal(write.kind, 'unknownOutcome')
      assert.ok(performance.now() - started < 3_000)
      await server.allClosed()
    })
  }

  it('64 MB is left with most of it', async (t) => {
    const server = await startRawServer(t, (socket) => {
      socket.write(`${head}transfer-encoding: chunked\r\n\r\n`)
      writeForEver(socket, `10000\r\n${' '.repeat(65_536)}\r\n`)
    })
    const { send } = connectHttp(t, { ...timeouts, read: 20_000, readDeadline: 30_000 })
    assert.equal((await rejection(send({ origin: server.origin }))).kind, 'unexpected')
    await server.allClosed()
    assert.equal(server.asked(), 1)
    // What was on its way when it was hung up on lies in the sockets' buffers.
    assert.ok(server.written() < largestBody + 24 * 1024 * 1024, `${server.written()} bytes`)
  })

  it('bytes that are no UTF-8 is read with replacements', async (t) => {
    const body = Buffer.concat([
      Buffer.from('{"name":"'),
      Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
      Buffer.from('"}'),
    ])
    const server = await startRawServer(t, (socket) => {
      socket.write(`${head}content-length: ${body.length}\r\n\r\n`)
      socket.write(body)
    })
    const { text } = await connectHttp(t, timeouts).send({ origin: server.origin })
    assert.deepEqual(JSON.parse(text), { name: '\ufffd'.repeat(6) })
  })

  it('a header named like a part of every object keeps it to itself', async (t) => {
    const server = await startRawServer(t, (socket) => {
      socket.write(`${head}__proto__: x\r\nconstructor: y\r\ntoString: z\r\ncontent-length: 2\r\n\r\n{}`)
    })
    const { headers } = await connectHttp(t, timeouts).send({ origin: server.origin })
    assert.equal(headers['constructor'], 'y')
    assert.equal(typeof Object.prototype.toString, 'function')
    assert.equal(Object.hasOwn(Object.prototype, 'x'), false)
  })
})
