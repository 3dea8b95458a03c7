import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureEditor } from '../editorInstall.mjs'
import { runProcess } from '../runProcess.mjs'
import { ensureSystemPackages } from '../systemPackages.mjs'
import { lastLines, runTestFiles } from './nodeTests.ts'
import { nothingRun, oneFailure, type Tally, type TestFailure } from './tally.ts'
import { contentsDifference, listVsix } from './vsixContents.ts'

export type StepName = 'types' | 'lint' | 'build' | 'unit' | 'conformance' | 'package' | 'host' | 'e2e'

export interface StepContext {
  readonly root: string
  /** Only test files whose path contains one of these run; empty: all. */
  readonly patterns: readonly string[]
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

export interface Step {
  readonly name: StepName
  readonly needs: readonly StepName[]
  /** The glob of its test files; none for a step that counts as one test. */
  readonly files?: string
  readonly run: (context: StepContext) => Promise<Tally>
}

const SIZE_LIMIT = 500_000
const UNIT_FILE_LIMIT_MS = 180_000
const E2E_FILE_LIMIT_MS = 600_000
const HOST_LIMIT_MS = 420_000
const UNIT = 'test/unit/**/*.test.ts'
const CONFORMANCE = 'test/conformance/**/*.test.ts'
const E2E = 'test/e2e/**/*.e2e.ts'
const VSIX = 'out/phone-numbers.vsix'

/** All steps in the order in which they run. */
export const steps: readonly Step[] = [
  { name: 'types', needs: [], run: (context) => command(context, 'types', 'npm', ['run', '--silent', 'check']) },
  { name: 'lint', needs: [], run: (context) => command(context, 'lint', 'npm', ['run', '--silent', 'lint']) },
  { name: 'build', needs: [], run: buildStep },
  { name: 'unit', needs: ['build'], files: UNIT, run: (context) => files(context, UNIT, 2, UNIT_FILE_LIMIT_MS) },
  {
    name: 'conformance',
    needs: [],
    files: CONFORMANCE,
    run: conformanceStep,
  },
  { name: 'package', needs: [], run: packageStep },
  { name: 'host', needs: ['build'], files: 'test/host/**/*.host.ts', run: hostStep },
  { name: 'e2e', needs: ['package'], files: E2E, run: e2eStep },
]

/** The steps that were named, else those with a test file that matches a pattern, else all; each with the steps it needs,
 * in their order. */
export function selectSteps(names: readonly string[], patterns: readonly string[], root: string): Step[] {
  if (names.length === 0 && patterns.length === 0) return [...steps]
  const matches = ({ files: glob }: Step) =>
    glob !== undefined && globSync(glob, { cwd: root }).some((file) => matchesPattern(file, patterns))
  const chosen = new Set<string>(names.length > 0 ? names : steps.filter(matches).map((step) => step.name))
  for (const step of [...steps].reverse()) {
    if (chosen.has(step.name)) for (const needed of step.needs) chosen.add(needed)
  }
  return steps.filter((step) => chosen.has(step.name))
}

function matchesPattern(file: string, patterns: readonly string[]): boolean {
  return patterns.length === 0 || patterns.some((part) => file.includes(part))
}

/** Runs a program that counts as one test: it passes when it ends with 0. */
async function command(context: StepContext, name: string, program: string, args: string[]): Promise<Tally> {
  try {
    await runProcess(program, args, { cwd: context.root })
    return { passed: 1, failures: [] }
  } catch (error) {
    return oneFailure(name, [program, ...args].join(' '), messageOf(error))
  }
}

function buildStep(context: StepContext): Promise<Tally> {
  return command(context, 'build', process.execPath, ['esbuild.mjs', '--production'])
}

async function files(context: StepContext, pattern: string, concurrency: number, limit: number): Promise<Tally> {
  const { root, patterns, signal } = context
  const found = globSync(pattern, { cwd: root }).sort()
  if (found.length === 0) return oneFailure('the step as a whole', pattern, 'No test file was found.')
  const wanted = found.filter((file) => matchesPattern(file, patterns))
  const paths = wanted.map((file) => join(root, file))
  return paths.length === 0 ? nothingRun : runTestFiles(paths, { root, concurrency, fileLimitMs: limit, signal })
}

/** The fault matrix is a result that people want to see, also when every cell of it is as it should be. */
async function conformanceStep(context: StepContext): Promise<Tally> {
  const matrix = join(context.root, 'out/fault-matrix.txt')
  rmSync(matrix, { force: true })
  const tally = await files(context, CONFORMANCE, 2, UNIT_FILE_LIMIT_MS)
  if (existsSync(matrix)) console.log(readFileSync(matrix, 'utf8').trimEnd())
  return tally
}

async function packageStep(context: StepContext): Promise<Tally> {
  const { root } = context
  const vsix = join(root, VSIX)
  mkdirSync(join(root, 'out'), { recursive: true })
  rmSync(vsix, { force: true })
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce')
  const packed = await command(context, 'package', process.execPath, [vsce, 'package', '--out', vsix])
  if (packed.failures.length > 0) return packed
  const archive = readFileSync(vsix)
  const golden = 'test/package/vsix-contents.txt'
  const paths = listVsix(archive).map((file) => file.path)
  const difference = contentsDifference(paths, readFileSync(join(root, golden), 'utf8'))
  if (difference) return oneFailure('the package holds exactly what it should', golden, difference)
  if (archive.length > SIZE_LIMIT) {
    const text = `It is ${archive.length} bytes; the limit is ${SIZE_LIMIT}.`
    return oneFailure('the package is small enough', relative(root, vsix), text)
  }
  context.say(`            ${relative(root, vsix)}: ${(archive.length / 1000).toFixed(1)} kB, ${paths.length} files`)
  return { passed: 1, failures: [] }
}

/** Installs the browser and the editor and tells the tests where the editor is. */
async function provideEditor(context: StepContext): Promise<void> {
  await ensureSystemPackages(['browser'], context.say)
  process.env['CODE_SERVER_HOME'] = await ensureEditor(process.execPath, context.say)
}

async function hostStep(context: StepContext): Promise<Tally> {
  if (!existsSync(join(context.root, 'dist/extension.js'))) throw new Error('dist is missing: the step "build" failed.')
  if (!process.env['VSCODE_EXECUTABLE']) await provideEditor(context)
  const report = join(context.root, 'out/host/report.json')
  rmSync(report, { force: true })
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'test/host/run.ts', ...context.patterns]
  const env = { ...process.env, HOST_REPORT: report }
  let output: string
  try {
    output = await runProcess(process.execPath, args, { cwd: context.root, env, limitMs: HOST_LIMIT_MS })
  } catch (error) {
    output = messageOf(error)
  }
  const editor = /^Editor: .*$/m.exec(output)
  if (editor) context.say(`            ${editor[0]}`)
  for (const [line] of output.matchAll(/^Measured: .*$/gm)) context.say(`            ${line}`)
  return readHostReport(report, output)
}

function readHostReport(path: string, output: string): Tally {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return oneFailure('the suite as a whole', 'test/host/run.ts', `It did not report.\n${lastLines(output, 60)}`)
  }
  const report: { passed: number; failures: TestFailure[] } = JSON.parse(text)
  return { passed: report.passed, failures: report.failures }
}

async function e2eStep(context: StepContext): Promise<Tally> {
  if (!existsSync(join(context.root, VSIX))) throw new Error(`${VSIX} is missing: the step "package" failed.`)
  await provideEditor(context)
  process.env['PHONE_NUMBERS_VSIX'] = join(context.root, VSIX)
  return files(context, E2E, 1, E2E_FILE_LIMIT_MS)
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
