import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A private key and its certificate as PEM texts. */
export interface Identity {
  readonly key: string
  readonly cert: string
}

export interface Authority {
  /** The authority's own certificate as PEM text: what a store must hold to believe its certificates. */
  readonly cert: string
  /** A certificate for host names and addresses. */
  issue(names: readonly string[], addresses?: readonly string[]): Identity
}

/** A certificate authority for one test: made of fresh keys, known to nobody, good for two days around now. */
export function createAuthority(name = 'Test authority'): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const issuer = commonName(name)
  const constraints = [extension('2.5.29.19', sequence(boolean(true)), true)]
  const own = certificate({
    issuer,
    subject: issuer,
    subjectKey: keys.publicKey,
    signer: keys.privateKey,
    extensions: constraints,
  })
  return {
    cert: own,
    issue(names, addresses = []) {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const alternatives = [
        ...names.map((text) => tagged(0x82, Buffer.from(text, 'ascii'))),
        ...addresses.map((text) => tagged(0x87, Buffer.from(text.split('.').map(Number)))),
      ]
      const cert = certificate({
        issuer,
        subject: commonName(names[0] ?? addresses[0] ?? 'server'),
        subjectKey: pair.publicKey,
        signer: keys.privateKey,
        extensions: [extension('2.5.29.17', sequence(...alternatives), false)],
      })
      return { key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert }
    },
  }
}

interface CertificateParts {
  readonly issuer: Buffer
  readonly subject: Buffer
  readonly subjectKey: KeyObject
  readonly signer: KeyObject
  readonly extensions: readonly Buffer[]
}

const dayMs = 86_400_000
const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'))

/** X.509 version 3 by hand (RFC 5280, DER): Node signs, but writes no certificates. */
function certificate(parts: CertificateParts): string {
  const serial = randomBytes(12)
  serial[0] = 0x01
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, serial),
    ecdsaWithSha256,
    parts.issuer,
    sequence(time(Date.now() - dayMs), time(Date.now() + dayMs)),
    parts.subject,
    createPublicKey(parts.subjectKey.export({ type: 'spki', format: 'pem' })).export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...parts.extensions)),
  )
  const signature = sign('sha256', body, parts.signer)
  const der = sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

function extension(id: string, value: Buffer, critical: boolean): Buffer {
  return sequence(objectId(id), ...(critical ? [boolean(true)] : []), tagged(0x04, value))
}

function commonName(text: string): Buffer {
  return sequence(tagged(0x31, sequence(objectId('2.5.4.3'), tagged(0x0c, Buffer.from(text, 'utf8')))))
}

/** `YYMMDDhhmmssZ`. */
function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14)
  return tagged(0x17, Buffer.from(`${digits}Z`, 'ascii'))
}

function boolean(value: boolean): Buffer {
  return tagged(0x01, Buffer.from([value ? 0xff : 0]))
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const digits = [value & 0x7f]
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80)
  return digits
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
