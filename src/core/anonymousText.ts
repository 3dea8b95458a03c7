/** What to take out of a text beside what can be recognised by its form. */
export interface PersonalWords {
  /** Names of accounts and of the person on this machine. Those of one or two letters are left: they would take ordinary words apart. */
  readonly names: readonly string[]
  /** Servers that only this person talks to. */
  readonly hosts: readonly string[]
  readonly homeFolder: string
}

const shortestName = 3

/**
 * A text of the log without what could tell whose it is: phone numbers, quoted names, addresses, ids and the folder the extension lies in.
 * Rather too much than too little; credentials are the redactor's matter.
 */
export function anonymousText(text: string, { names, hosts, homeFolder }: PersonalWords): string {
  const known = [
    ...hosts.map((host) => [host, '[address]'] as const),
    ...names.map((name) => [name, '[name]'] as const),
  ].filter(([word]) => word.length >= shortestName)
  // The longest first: one word may hold another.
  known.sort(([a], [b]) => b.length - a.length)
  const withoutHome = homeFolder === '' ? text : text.replaceAll(homeFolder, '~')
  const withoutForms = marks.reduce((rest, [form, mark]) => rest.replace(form, mark), withoutHome)
  return known.reduce((rest, [word, mark]) => rest.replace(alone(word), () => mark), withoutForms)
}

const marks: readonly (readonly [form: RegExp, mark: string])[] = [
  [/„[^“]*“/g, '„[name]“'],
  [/“[^”]*”/g, '“[name]”'],
  [/\b[a-z][a-z+.-]*:\/\/[^\s"'<>)]+/gi, '[address]'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[mail]'],
  [/(?:~|[A-Za-z]:)?(?:[\\/][^\\/:()\n]+)+[\\/](dist[\\/])/g, '$1'],
  [/\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{16,}\b/g, '[id]'],
  [/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, '[address]'],
  [/\+?\d(?:[ ().-]{0,2}\d){6,}/g, '[number]'],
]

function alone(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu')
}
