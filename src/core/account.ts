/** Our stored credentials at a provider, with a label. The credentials themselves live in the secret store only. */
export interface Account {
  /** Ours, a UUID. */
  readonly id: string
  readonly provider: string
  /** The person's own name for it: "Production". */
  readonly label: string
  /** True for accounts of the built-in sandbox. */
  readonly sandbox: boolean
  /** Where its requests go, by today's settings. Credentials that were entered for other origins are not sent there. */
  readonly endpoints: Endpoints
  /** True when a setting points it at another server than the provider's own. */
  readonly endpointsOverridden: boolean
}

/** Origins without a path, e.g. `https://api.example.com`. `auth` is the token server where a provider has its own. */
export interface Endpoints {
  readonly api: string
  readonly auth?: string
}

/** Credential values by field key, as declared by the provider's definition. */
export type Credentials = Readonly<Record<string, string>>
