/** What is secret in the address of a proxy: its password, also with the name, as it is written and as it is meant. */
export function addressSecrets(address: string): readonly string[] {
  const text = address.includes('://') ? address : `http://${address}`
  if (!URL.canParse(text)) return userInfoOf(address)
  const { username, password } = new URL(text)
  if (password === '') return []
  return [password, meant(password), `${username}:${password}`, `${meant(username)}:${meant(password)}`]
}

/** What is secret in a `Proxy-Authorization` value: all of it but the scheme, and for Basic the password. */
export function headerSecrets(header: string): readonly string[] {
  const [scheme = '', ...rest] = header.trim().split(/\s+/)
  const value = rest.join(' ')
  if (value === '') return scheme === '' ? [] : [scheme]
  if (scheme.toLowerCase() !== 'basic') return [value]
  const pair = Buffer.from(value, 'base64').toString('utf8')
  return [value, pair, pair.slice(pair.indexOf(':') + 1)]
}

/** An address that is none may still hold a password. */
function userInfoOf(address: string): readonly string[] {
  const info = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/i.exec(address)?.[1]
  return info === undefined ? [] : [info, info.slice(info.indexOf(':') + 1)]
}

function meant(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
