import * as tls from 'node:tls'

/** Reads the operating system's authorities as PEM texts; throws when the platform refuses. */
export type ReadSystemAuthorities = () => readonly string[]

/**
 * The operating system's authorities and those of `NODE_EXTRA_CA_CERTS`; none where Node cannot read them (before 22.15). Node reads them
 * once per process.
 */
export const readSystemAuthorities: ReadSystemAuthorities = () => {
  if (typeof tls.getCACertificates !== 'function') return []
  return [...tls.getCACertificates('system'), ...tls.getCACertificates('extra')]
}

/** A TLS context that trusts these authorities beside the well-known ones. Made once: reading hundreds of certificates takes milliseconds. */
export function contextTrusting(authorities: readonly string[]): tls.SecureContext {
  return tls.createSecureContext({ ca: [...tls.rootCertificates, ...authorities] })
}
