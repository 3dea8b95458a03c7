import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describeBundles, readBundleContents } from './scripts/bundleContents.mjs'
import { thirdPartyNotices } from './scripts/thirdPartyNotices.mjs'
import { undiciParts } from './scripts/undiciParts.mjs'

const here = dirname(fileURLToPath(import.meta.url))

/** The parts that run in the editor's extension host: bundle name -> source. All but the first are loaded when needed. */
export const hostEntries = {
  extension: 'src/extension.ts',
  commands: 'src/vscode/commands/allCommands.ts',
  code: 'src/vscode/code/numbersInCode.ts',
  rows: 'src/vscode/tree/treeRows.ts',
  upkeep: 'src/vscode/upkeep/upkeep.ts',
  help: 'src/vscode/help/helpCommands.ts',
  network: 'src/providers/drivers.ts',
  sandbox: 'src/sandbox/sandbox.ts',
  numbering: 'src/numbering/phoneFormat.ts',
  settingsPanel: 'src/vscode/settingsForm/panel.ts',
  costsPanel: 'src/vscode/costs/costsPanel.ts',
}

const formEntries = {
  settingsForm: 'webview-ui/settingsForm.ts',
  'settingsForm.css': 'webview-ui/settingsForm.css',
  costsPage: 'webview-ui/costs/costsPage.ts',
  'costsPage.css': 'webview-ui/costs/costsPage.css',
}

/** Turns `import('…/drivers.ts')` and its like into a require of the bundle beside the importing one, so that the code is
 * in one file only and is read when it is first needed.
 * @param {string} root
 * @returns {import('esbuild').Plugin} */
function lazyBundles(root) {
  const names = new Map(Object.entries(hostEntries).map(([name, source]) => [resolve(root, source), name]))
  return {
    name: 'lazy-bundles',
    setup(bundler) {
      bundler.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined
        const name = names.get(resolve(resolveDir, path))
        return name ? { path: `./${name}.js`, external: true } : undefined
      })
    },
  }
}

/** @param {string} root
 * @param {string} outdir
 * @param {boolean} production
 * @returns {import('esbuild').BuildOptions & { metafile: true }} */
function common(root, outdir, production) {
  return {
    absWorkingDir: root,
    outdir,
    bundle: true,
    metafile: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    logLevel: 'warning',
  }
}

/** How the parts of the extension host are built.
 * @param {string} root
 * @param {string} outdir
 * @param {boolean} production
 * @returns {import('esbuild').BuildOptions & { metafile: true }} */
function hostBuild(root, outdir, production) {
  return {
    ...common(root, outdir, production),
    entryPoints: hostEntries,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['vscode'],
    // Without this, import() would stay as it is and the editor's loader would be asked for an ES module.
    supported: { 'dynamic-import': false },
    // undici's own switch; leaves out a WebAssembly parser that is not used.
    define: { esbuildDetection: '1' },
    plugins: [lazyBundles(root), undiciParts(root)],
  }
}

/** How the page of the settings form is built: settingsForm.js and settingsForm.css.
 * @param {string} root
 * @param {string} outdir
 * @param {boolean} production
 * @returns {import('esbuild').BuildOptions & { metafile: true }} */
export function formBuild(root, outdir, production) {
  return {
    ...common(root, outdir, production),
    entryPoints: Object.entries(formEntries).map(([name, source]) => ({ in: source, out: name.replace(/\.css$/, '') })),
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    // The toolkit's packages ask for two versions of it; the newer one has all that the older one had.
    alias: { tslib: './node_modules/tslib/tslib.es6.mjs' },
  }
}

/** Builds all bundles and the notices of what they hold into `outdir` and resolves with their sizes in bytes. Rejects when a source is missing or faulty.
 * @param {{ root?: string, outdir?: string, production?: boolean }} [options]
 * @returns {Promise<Record<string, number>>} */
export async function buildBundles(options = {}) {
  const { root = here, production = false } = options
  const outdir = resolve(root, options.outdir ?? 'dist')
  const missing = [...Object.values(hostEntries), ...Object.values(formEntries)].filter(
    (path) => !existsSync(join(root, path)),
  )
  if (missing.length > 0) throw new Error(`These sources are missing: ${missing.join(', ')}`)
  rmSync(outdir, { recursive: true, force: true })
  const host = await build(hostBuild(root, outdir, production))
  const form = await build(formBuild(root, outdir, production))
  const outputs = { ...host.metafile.outputs, ...form.metafile.outputs }
  const inputs = { ...host.metafile.inputs, ...form.metafile.inputs }
  writeFileSync(join(outdir, 'ThirdPartyNotices.txt'), thirdPartyNotices(root, Object.keys(inputs)))
  const record = join(root, 'out')
  mkdirSync(record, { recursive: true })
  writeFileSync(join(record, 'bundles.json'), JSON.stringify({ inputs, outputs }))
  return Object.fromEntries(
    Object.entries(outputs)
      .filter(([path]) => !path.endsWith('.map'))
      .map(([path, output]) => [relative(outdir, resolve(root, path)), output.bytes]),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildBundles({ production: process.argv.includes('--production') })
  console.log(describeBundles(readBundleContents(here)))
}
