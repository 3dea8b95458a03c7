const kinds = ['ssh-remote', 'wsl', 'dev-container', 'attached-container', 'k8s-container', 'codespaces', 'tunnel']

/** What a window is connected to, without the name of the machine: some editors put it, or the address, where others put the kind. */
export function remoteKind(remoteName: string | undefined): string {
  if (remoteName === undefined) return 'local'
  const kind = remoteName.replace(/\+.*/s, '')
  return kinds.includes(kind) ? `remote, ${kind}` : 'remote, of another kind'
}
