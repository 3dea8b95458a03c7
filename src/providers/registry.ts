import type { ProviderDefinition } from '../core/providerDefinition.ts'
import { contiguity } from './contiguity/contiguity.ts'
import { plivo } from './plivo/plivo.ts'
import { sinch } from './sinch/sinch.ts'
import { tryvox } from './tryvox/tryvox.ts'

/** Every provider we know, in the order people see them. */
export const providers = [sinch, plivo, tryvox, contiguity] as const satisfies readonly ProviderDefinition[]

export type ProviderId = (typeof providers)[number]['id']

/** The definition of a provider, undefined for an id we do not know (an account stored by a newer version). */
export function findProvider(id: string): ProviderDefinition | undefined {
  return providers.find((provider) => provider.id === id)
}

/** Whether numbers of a provider say where calls and messages go. Of one we do not know nothing is known. */
export function tellsRouting(id: string | undefined): boolean {
  return id !== undefined && findProvider(id)?.features.tellsRouting === true
}
