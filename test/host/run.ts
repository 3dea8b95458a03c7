import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTests } from '@vscode/test-electron'
import { build } from 'esbuild'
import { chooseEditor } from './chooseEditor.ts'

const root = join(import.meta.dirname, '../..')
const outdir = join(root, 'out/host')

/** Bundles the suite and its test files for the extension host, which loads CommonJS only. */
async function bundleSuite(patterns: readonly string[]): Promise<void> {
  const found = globSync('test/host/**/*.host.ts', { cwd: root }).sort()
  const wanted = found.filter((file) => patterns.length === 0 || patterns.some((part) => file.includes(part)))
  if (wanted.length === 0) throw new Error('No host test file was found.')
  rmSync(outdir, { recursive: true, force: true })
  mkdirSync(outdir, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: ['test/host/suite.ts', ...wanted],
    outbase: 'test/host',
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  })
}

function lowestVersion(): string {
  const manifest: { engines: { vscode: string } } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return manifest.engines.vscode.replace('^', '')
}

async function main(): Promise<void> {
  await bundleSuite(process.argv.slice(2))
  const editor = await chooseEditor(root, lowestVersion())
  console.log(`Editor: ${editor.isShim ? 'code-server in Chromium' : editor.executable} (${editor.because})`)
  const workspace = mkdtempSync(join(tmpdir(), 'pn-w-'))
  const userData = mkdtempSync(join(tmpdir(), 'pn-u-'))
  try {
    await runTests({
      vscodeExecutablePath: editor.executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(outdir, 'suite.js'),
      launchArgs: [workspace, `--user-data-dir=${userData}`, '--disable-extensions'],
      extensionTestsEnv: { HOST_REPORT: process.env['HOST_REPORT'] ?? join(outdir, 'report.json') },
    })
  } finally {
    for (const folder of [workspace, userData]) rmSync(folder, { recursive: true, force: true })
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
