const prefix = 'sandbox-'

/** The id of a sandbox account; every run of the sandbox has its own. */
export function sandboxAccountId(provider: string, run: string): string {
  return `${prefix}${provider}-${run}`
}

/** True for accounts of any run of the sandbox, also of one that is over. Stored accounts have UUIDs. */
export function isSandboxAccountId(id: string): boolean {
  return id.startsWith(prefix)
}
