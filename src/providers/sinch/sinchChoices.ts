import type { Choice } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'
import { isSuccess, plainSentence, readAnswer } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { parallelPages } from '../../http/parallelPages.ts'
import type { Call, OtherApi, QueryPairs, SinchAccount } from './sinchAccount.ts'
import { sinchFailure, sinchOtherError } from './sinchErrors.ts'
import { faxServicesAnswer, trunksAnswer } from './sinchSchemas.ts'
import { isSeenOnNumbers, type SeenLinks } from './sinchSeenLinks.ts'
import { askWithSizes, type SizeSteps } from './sinchSizes.ts'

const mostPages = 100
const pagesInFlight = 8

/**
 * Choices of one settings field: trunks and fax services from their own APIs, other ids from the account's numbers. Failures of those
 * APIs fail this list and nothing else.
 */
export async function listChoices(
  account: SinchAccount,
  fieldKey: string,
  seenLinks: () => Promise<SeenLinks>,
  call: Call,
): Promise<readonly Choice[]> {
  if (fieldKey === 'voiceTrunkId') return await everyPage(trunks, account, call)
  if (fieldKey === 'voiceServiceId') return await everyPage(faxServices, account, call)
  const choices = isSeenOnNumbers(fieldKey) ? (await seenLinks()).choices(fieldKey) : undefined
  if (choices !== undefined) return choices
  throw sinchFailure('unsupported', call.operation, { detail: t('there are no choices for this field') })
}

interface Targets {
  readonly api: OtherApi
  readonly path: string
  readonly sizeParameter: string
  readonly sizes: SizeSteps
  read(answer: HttpAnswer): TargetPage
}

interface TargetPage {
  readonly choices: readonly Choice[]
  /** Undefined where the answer does not say it. */
  readonly pages: number | undefined
}

const trunks: Targets = {
  api: 'trunks',
  path: '/trunks',
  sizeParameter: 'size',
  sizes: [100, undefined],
  read(answer) {
    const { trunks: rows, pageSize, totalItems } = readAnswer('sinch', answer, trunksAnswer)
    const choices = rows.map(({ id, name, domain }) => choice(id, name, domain))
    return { choices, pages: pageSize && typeof totalItems === 'number' ? Math.ceil(totalItems / pageSize) : undefined }
  },
}

const faxServices: Targets = {
  api: 'fax',
  path: '/services',
  sizeParameter: 'pageSize',
  sizes: [1_000],
  read(answer) {
    const { services, totalPages } = readAnswer('sinch', answer, faxServicesAnswer)
    const choices = services.map(({ id, name, defaultForProject }) =>
      choice(id, name, defaultForProject === true ? t('{0}, the project’s default', id) : id),
    )
    return { choices, pages: totalPages ?? undefined }
  },
}

function choice(id: string, name: string | null | undefined, hint: string | null | undefined): Choice {
  return {
    value: id,
    label: plainSentence(name ?? '') || plainSentence(id),
    hint: plainSentence(hint ?? '') || plainSentence(id),
  }
}

/** Pages count from 1. Without a count they are read until one brings nothing new. */
async function everyPage(targets: Targets, account: SinchAccount, call: Call): Promise<readonly Choice[]> {
  const ask = (page: number, size: number | undefined, signal: AbortSignal) => {
    const query: QueryPairs = [
      ['page', String(page)],
      ...(size === undefined ? [] : [[targets.sizeParameter, String(size)] as const]),
    ]
    return account.askOther(targets.api, targets.path, query, { ...call, signal })
  }
  const { answer, size } = await askWithSizes(targets.sizeParameter, targets.sizes, (one) => ask(1, one, call.signal))
  const first = readPage(targets, answer)
  const byId = new Map<string, Choice>()
  const broughtNew = ({ choices }: TargetPage): boolean => {
    const before = byId.size
    for (const one of choices) byId.set(one.value, one)
    return byId.size > before
  }
  let more = broughtNew(first)
  const others = Array.from({ length: Math.min(first.pages ?? mostPages, mostPages) - 1 }, (_, index) => index + 2)
  const inFlight = first.pages === undefined ? 1 : pagesInFlight
  const read = async (page: number, signal: AbortSignal) => readPage(targets, await ask(page, size, signal))
  for await (const page of parallelPages(more ? others : [], inFlight, call.signal, read)) {
    more = broughtNew(page)
    if (!more) break
  }
  return [...byId.values()]
}

function readPage(targets: Targets, answer: HttpAnswer): TargetPage {
  if (!isSuccess(answer)) throw sinchOtherError(answer)
  return targets.read(answer)
}
