import type { FieldProblem } from '../core/providerError.ts'
import { t } from '../core/words.ts'

/** The settings name a proxy that cannot be used; nothing was sent. */
export class ProxyUnusable extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'ProxyUnusable'
  }
}

export interface ProxyProblem extends FieldProblem {
  /** The same request would end the same way again. */
  readonly lasting: boolean
}

/**
 * Why a request ended at the proxy, undefined when it did not: the settings, a refused tunnel or a 407. In all of these cases nothing of it
 * reached the provider. The texts are undici's (8.12), which has no codes for them.
 */
export function proxyProblem(error: unknown): ProxyProblem | undefined {
  let current: unknown = error
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    if (current instanceof ProxyUnusable) return { field: t('Proxy'), problem: current.message, lasting: true }
    const status = refusalStatus(current.message)
    if (status !== undefined) return problemOf(status)
    current = current.cause
  }
  return undefined
}

function refusalStatus(message: string): number | undefined {
  const match = /^Proxy response \((\d{3})\) !== 200|^Proxy Authentication Required \((407)\)/.exec(message)
  return match === null ? undefined : Number(match[1] ?? match[2])
}

function problemOf(status: number): ProxyProblem {
  if (status !== 407) {
    return { field: t('Proxy'), problem: t('it answered {0} instead of connecting', status), lasting: status < 500 }
  }
  return {
    field: t('The proxy wants authentication'),
    problem: t('put name and password into “http.proxy”, or the whole header into “http.proxyAuthorization”'),
    lasting: true,
  }
}
