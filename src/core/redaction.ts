import { writtenForms } from './secretForms.ts'

/** Replaces secrets in text before anybody can read it. */
export interface Redactor {
  /** From now on this text never leaves. Very short texts are ignored: they would redact ordinary words. */
  addSecret(secret: string): void
  redact(text: string): string
  /** True when there is nothing to redact in this text and in none of its lines taken alone. One look at many texts joined is quick. */
  isClean(lines: string): boolean
}

const hidden = '[secret]'
const shortestSecret = 6
/** A text that ends in at least this much of a secret was cut in the middle of it. */
const shortestCut = 8
const authorizationPattern = /\b(Bearer|Basic|Token|Negotiate|Digest)\s+[A-Za-z0-9+/=._~-]{6,}/g
/** Name and password in an address. */
const userInfoPattern = /\/\/[^\s/?#@:]{0,256}:[^\s/?#@]{0,256}@/g

/**
 * A redactor that knows the secrets it was told, in the forms in which they are written into addresses, JSON, HTML and Base64 (see
 * `writtenForms`), in any case, also where the text was cut in the middle of one; and every authorization header and password in an
 * address.
 */
export function createRedactor(): Redactor {
  const secrets = new Set<string>()
  let known: KnownForms | undefined
  return {
    addSecret(secret) {
      const before = secrets.size
      for (const form of writtenForms(secret.trim())) if (form.length >= shortestSecret) secrets.add(form)
      if (secrets.size > before) known = knownForms(secrets)
    },
    redact(text) {
      if (text.length < shortestSecret) return text
      const clean = known?.beginnings.test(text) === true ? withoutForms(text, known) : text
      return clean.replace(authorizationPattern, `$1 ${hidden}`).replace(userInfoPattern, `//${hidden}@`)
    },
    isClean: (lines) =>
      known?.beginnings.test(lines) !== true &&
      lines.search(authorizationPattern) < 0 &&
      lines.search(userInfoPattern) < 0,
  }
}

interface KnownForms {
  /** Finds the beginning of any of them: most texts have none. */
  readonly beginnings: RegExp
  readonly whole: RegExp
  readonly lowerCase: readonly string[]
}

/** Words are shown in lower case here and there, so case does not count. */
function knownForms(secrets: ReadonlySet<string>): KnownForms {
  // Longest first, so that a secret that contains another is hidden whole.
  const forms = [...secrets].sort((a, b) => b.length - a.length)
  const beginnings = new Set(forms.map((form) => form.slice(0, shortestCut)))
  return {
    beginnings: new RegExp([...beginnings].map(escaped).join('|'), 'i'),
    whole: new RegExp(forms.map(escaped).join('|'), 'gi'),
    lowerCase: forms.map(inLowerCase),
  }
}

function withoutForms(text: string, { whole, lowerCase }: KnownForms): string {
  return lowerCase.reduce(withoutCutEnd, text.replace(whole, hidden))
}

/** Limits on the length of a text may leave the first part of a secret at its end, with or without an ellipsis. */
function withoutCutEnd(text: string, form: string): string {
  if (form.length <= shortestCut) return text
  const lower = inLowerCase(text)
  const at = lower.lastIndexOf(form.slice(0, shortestCut))
  const rest = at < 0 ? '' : lower.slice(at).replace(/(…|\.{3})$/, '')
  return rest !== '' && form.startsWith(rest) ? text.slice(0, at) + hidden + text.slice(at + rest.length) : text
}

/** Of letters that secrets have: other ones may change the length of a text. */
function inLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
