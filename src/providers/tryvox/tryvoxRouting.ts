import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import type { NumberRow } from './tryvoxSchemas.ts'

/** What TryVox says of a number's routing; `""` = none. It should never be both. */
export interface Routing {
  readonly trunk: string
  readonly application: string
}

export type Target = { readonly kind: 'nothing' } | { readonly kind: 'trunk' | 'application'; readonly id: string }

export type RoutingCall = 'assignTrunk' | 'assignApplication' | 'detachTrunk' | 'detachApplication'

export function routingOf(row: Pick<NumberRow, 'trunk_id' | 'application_id'>): Routing {
  return { trunk: row.trunk_id?.trim() ?? '', application: row.application_id?.trim() ?? '' }
}

/**
 * The calls that lead from one routing to another; none = it is there. Whether assigning one detaches the other is not documented, so an
 * assignment stands alone: the number is read after it, and only what is left over then is detached.
 */
export function routingCalls(from: Routing, to: Target): readonly RoutingCall[] {
  if (to.kind === 'trunk' && from.trunk !== to.id) return ['assignTrunk']
  if (to.kind === 'application' && from.application !== to.id) return ['assignApplication']
  return [
    ...(to.kind !== 'trunk' && from.trunk !== '' ? (['detachTrunk'] as const) : []),
    ...(to.kind !== 'application' && from.application !== '' ? (['detachApplication'] as const) : []),
  ]
}

/** Where the number goes, a sentence: a trunk, an application, both, or nothing. */
export function describeRouting(routing: Routing): string {
  const [trunk, application] = [plainSentence(routing.trunk), plainSentence(routing.application)]
  if (trunk !== '' && application !== '') {
    return t('TryVox says that the number goes to trunk {0} and application {1} now.', trunk, application)
  }
  if (trunk !== '') return t('TryVox says that the number goes to trunk {0} now.', trunk)
  if (application !== '') return t('TryVox says that the number goes to application {0} now.', application)
  return t('TryVox says that the number goes to nothing now.')
}
