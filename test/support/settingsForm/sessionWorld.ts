import { formProtocol, type HostMessage } from '../../../src/contract/settingsFormMessages.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import { createPhoneNumbering } from '../../../src/numbering/phoneFormat.ts'
import { createFormSession, type FormSession } from '../../../src/vscode/settingsForm/formSession.ts'
import type { FormTarget, UnsavedChange } from '../../../src/vscode/settingsForm/settingsFormDeps.ts'
import { sampleAccount, sampleNumber } from './sampleNumbers.ts'
import { createSampleWork, type SampleWork } from './sampleWork.ts'

/** The product around one form without a page: what the form does to it is written down. */
export interface SessionWorld extends SampleWork {
  readonly session: FormSession
  readonly posted: HostMessage[]
  readonly unsaved: boolean[]
}

/** The number and account of the form are those of `sampleNumber` and `sampleAccount`, unless others are given. */
export function createSessionWorld(
  options: { readonly owned?: readonly OwnedNumber[]; readonly unsaved?: UnsavedChange } = {},
): SessionWorld {
  const { owned = [sampleNumber()] } = options
  const sample = createSampleWork()
  sample.owned = owned
  const [first = sampleNumber(), ...others] = owned
  const numbers: FormTarget['numbers'] = [first.number, ...others.map(({ number }) => number)]
  const posted: HostMessage[] = []
  const unsaved: boolean[] = []
  const session = createFormSession({
    target: { accountId: sampleAccount().id, numbers },
    numbering: createPhoneNumbering(),
    post: (message) => void posted.push(message),
    day: (iso) => iso,
    timeNow: () => '10:32',
    work: sample.work,
    onUnsaved: (now) => void unsaved.push(now),
    ...(options.unsaved === undefined ? {} : { unsaved: options.unsaved }),
  })
  return Object.assign(sample, { session, posted, unsaved })
}

let requests = 0

/** A message as the page would write it, with a request id of its own. */
export function wish(type: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  requests += 1
  return { v: formProtocol, type, id: `request-${requests}`, ...more }
}

/** All answers are given in microtasks: one turn of the loop later everything has been said. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Sends a message and resolves with what was posted from then on. */
export async function ask(
  world: SessionWorld,
  type: string,
  more: Record<string, unknown> = {},
): Promise<readonly HostMessage[]> {
  const before = world.posted.length
  world.session.receive(wish(type, more))
  await settled()
  return world.posted.slice(before)
}

export function outcomesOf(world: SessionWorld) {
  return world.posted.filter((message) => message.type === 'outcome')
}

export function viewsOf(world: SessionWorld) {
  return world.posted.filter((message) => message.type === 'view')
}
