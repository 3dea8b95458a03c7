import { type Uri, workspace } from 'vscode'
import { parseE164 } from '../../core/phoneNumber.ts'
import { configurationSection } from '../ids.ts'

/** What a person wants of numbers in code, at one place of the workspace. */
export interface CodeSettings {
  readonly hover: boolean
  readonly completion: boolean
  readonly warnings: boolean
  readonly decorations: boolean
  readonly nationalForms: boolean
  readonly ignoredNumbers: ReadonlySet<string>
  /** Characters; larger documents are left alone. */
  readonly largestDocument: number
}

const ignoredSetting = 'code.ignoredNumbers'

/** `phoneNumbers.code.*`. None of them can move money or credentials, so a workspace may set them. */
export function readCodeSettings(uri?: Uri): CodeSettings {
  const configuration = workspace.getConfiguration(configurationSection, uri)
  const isOn = (name: string, otherwise: boolean) => configuration.get<boolean>(name, otherwise) === true
  const kilobytes = Number(configuration.get<unknown>('code.maxFileSize', 500))
  return {
    hover: isOn('code.hover', true),
    completion: isOn('code.completion', true),
    warnings: isOn('code.warnings', true),
    decorations: isOn('code.decorations', false),
    nationalForms: isOn('code.nationalForms', true),
    ignoredNumbers: new Set(readIgnored(uri)),
    largestDocument: (Number.isFinite(kilobytes) ? kilobytes : 0) * 1000,
  }
}

/** Adds a number to `phoneNumbers.code.ignoredNumbers`, of the workspace where there is one. */
export async function ignoreNumber(number: string, uri: Uri | undefined): Promise<void> {
  const configuration = workspace.getConfiguration(configurationSection, uri)
  const { globalValue, workspaceValue } = configuration.inspect<unknown>(ignoredSetting) ?? {}
  const inWorkspace = workspace.workspaceFolders !== undefined
  const before = numbersIn(inWorkspace ? workspaceValue : globalValue)
  await configuration.update(ignoredSetting, [...new Set([...before, number])].sort(), !inWorkspace)
}

/** Numbers that the user settings, the workspace or the folder ignore, all together. */
function readIgnored(uri: Uri | undefined): readonly string[] {
  const found = workspace.getConfiguration(configurationSection, uri).inspect<unknown>(ignoredSetting)
  return [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].flatMap(numbersIn)
}

function numbersIn(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) =>
    typeof one === 'string' ? (parseE164(one.replace(/[\s().-]/g, '')) ?? []) : [],
  )
}

/** Files that the editor hides from its own search too: `files.exclude` and `search.exclude`. */
export function excludedGlobs(uri?: Uri): readonly string[] {
  return ['files', 'search'].flatMap((section) => {
    const value = workspace.getConfiguration(section, uri).get<unknown>('exclude')
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([glob, on]) => (on === true ? [glob] : []))
  })
}
