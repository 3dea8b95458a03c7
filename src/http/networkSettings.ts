/** The editor's network settings and the environment, as plain data. The same object as long as nothing changed. */
export interface NetworkSettings {
  /** `http.proxySupport`: `off` means that extensions connect directly; the other values differ only for Node's own requests. */
  readonly proxySupport: 'off' | 'on' | 'override' | 'fallback'
  /** `http.proxy`, empty when it is not set. */
  readonly proxy: string
  /** `http.noProxy`. When it has entries, the environment's `NO_PROXY` does not count. */
  readonly noProxy: readonly string[]
  /** `http.proxyStrictSSL`: whether the certificate of a proxy that is reached over TLS is verified. */
  readonly strictSSL: boolean
  /** `http.proxyAuthorization`: the whole value of the `Proxy-Authorization` header. */
  readonly proxyAuthorization: string | undefined
  /** `http.systemCertificates`: trust the operating system's authorities beside the well-known ones. */
  readonly systemCertificates: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** No proxy and the authorities that Node brings along. */
export const directSettings: NetworkSettings = {
  proxySupport: 'off',
  proxy: '',
  noProxy: [],
  strictSSL: true,
  proxyAuthorization: undefined,
  systemCertificates: false,
  environment: {},
}
