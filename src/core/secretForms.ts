/** How a secret looks where programs write it: as it is, in addresses and forms, in JSON, HTML and Base64, alone or within more text. */
export function writtenForms(secret: string): readonly string[] {
  if (secret === '') return []
  const json = inJson(secret)
  return [
    ...new Set([
      secret,
      encodeURIComponent(secret),
      encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
      new URLSearchParams([['', secret]]).toString().slice(1),
      json,
      inJson(json),
      inHtml(secret),
      ...inBase64(secret),
    ]),
  ]
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function inHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Shorter pieces would be found in ordinary text. */
const shortestPiece = 8

/**
 * Base64 of the secret, and the characters it leaves in the Base64 of any longer text, such as `name:secret`: three bytes make four
 * characters, so there are three of them, by where the secret begins. What also depends on the neighbours is left out.
 */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  const pieces = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const from = Math.ceil((before * 8) / 6)
    const to = Math.floor(((before + bytes.length) * 8) / 6)
    return to - from < shortestPiece ? [] : [text.slice(from, to)]
  })
  const whole = bytes.toString('base64')
  return [whole, ...pieces].flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')])
}
