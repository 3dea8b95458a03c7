import type { Fault, FaultEffect } from './faults.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isFlag: Check = (value) => typeof value === 'boolean'
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const isStatus: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 200 && Number(value) <= 599
const isAnything: Check = () => true
const isHeaders: Check = (value) => isRecord(value) && Object.values(value).every(isText)

interface Shape {
  readonly required: Readonly<Record<string, Check>>
  readonly optional: Readonly<Record<string, Check>>
}

const ANSWER: Shape = {
  required: { status: isStatus },
  optional: { headers: isHeaders, body: isAnything, contentType: isText },
}
const NOTHING: Shape = { required: {}, optional: {} }

const SHAPES: Readonly<Record<FaultEffect['kind'], Shape>> = {
  status: ANSWER,
  statusAfterWork: ANSWER,
  resetBefore: NOTHING,
  resetAfter: NOTHING,
  delay: { required: { ms: isCount }, optional: { afterWork: isFlag } },
  slowBody: { required: { ms: isCount }, optional: {} },
  truncate: NOTHING,
  truncateJson: NOTHING,
  nonJson: { required: {}, optional: { status: isStatus, body: isText } },
  hang: { required: {}, optional: { afterWork: isFlag } },
}

/**
 * Reads a fault from JSON. `providers` are the known provider ids.
 * @throws TypeError that names the member which is missing, unknown or malformed.
 */
export function parseFault(value: unknown, providers: readonly string[]): Fault {
  if (!isRecord(value)) throw new TypeError('A fault is a JSON object')
  const kind = value['kind']
  if (!isKind(kind)) throw new TypeError(`Unknown fault kind; known are ${Object.keys(SHAPES).join(', ')}`)
  const shape = SHAPES[kind]
  const required = { kind: isText, provider: isText, route: isText, ...shape.required }
  const optional: Readonly<Record<string, Check>> = { times: isCount, after: isCount, ...shape.optional }
  checkMembers(value, required, optional)
  if (!providers.includes(String(value['provider']))) {
    throw new TypeError(`Unknown provider; known are ${providers.join(', ')}`)
  }
  // Every member of this kind has just been checked one by one.
  return value as unknown as Fault
}

function checkMembers(
  value: Readonly<Record<string, unknown>>,
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>>,
): void {
  for (const [name, check] of Object.entries(required)) {
    if (!check(value[name])) throw new TypeError(`A fault needs a valid "${name}"`)
  }
  for (const [name, member] of Object.entries(value)) {
    const check = Object.hasOwn(required, name)
      ? required[name]
      : Object.hasOwn(optional, name)
        ? optional[name]
        : undefined
    if (check === undefined) throw new TypeError(`This kind of fault has no "${name}"`)
    if (!check(member)) throw new TypeError(`The fault's "${name}" is not valid`)
  }
}

function isKind(value: unknown): value is FaultEffect['kind'] {
  return typeof value === 'string' && Object.hasOwn(SHAPES, value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
