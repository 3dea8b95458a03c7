type SwitchValue = boolean | number | readonly string[]

/** The named deviations of one emulator: each has a default whose kind of value is kept. */
export interface SwitchSet<Values> {
  /** The values now; read it at every request. */
  readonly current: Readonly<Values>
  /** @throws Error for an unknown name or a value of another kind than the default's. */
  set(name: string, value: unknown): void
}

/** Makes a set from its defaults. Numbers are whole and not negative, lists are lists of texts. */
export function createSwitchSet<Values extends Readonly<Record<string, SwitchValue>>>(
  provider: string,
  defaults: Values,
): SwitchSet<Values> {
  const current = { ...defaults }
  const set = (name: string, value: unknown): void => {
    if (!Object.hasOwn(defaults, name)) throw new Error(`The ${provider} emulator has no switch "${name}"`)
    const standard = defaults[name]
    if (!isSameKind(standard, value)) {
      throw new Error(`The switch "${name}" takes a value like ${JSON.stringify(standard)}`)
    }
    Object.assign(current, { [name]: value })
  }
  return { current, set }
}

function isSameKind(standard: SwitchValue | undefined, value: unknown): boolean {
  if (typeof standard === 'boolean') return typeof value === 'boolean'
  if (typeof standard === 'number') return Number.isSafeInteger(value) && Number(value) >= 0
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
