import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * @typedef {object} BundleContents
 * @property {string} file
 * @property {number} bytes
 * @property {readonly { readonly name: string, readonly bytes: number }[]} parts Packages and folders of ours, largest first.
 * @property {readonly string[]} packages Where the packages in it are installed, in the order of the alphabet.
 */

/** What each bundle of the last build consists of.
 * @param {string} root
 * @returns {BundleContents[]} */
export function readBundleContents(root) {
  /** @type {import('esbuild').Metafile} */
  const { outputs } = JSON.parse(readFileSync(join(root, 'out/bundles.json'), 'utf8'))
  return Object.entries(outputs)
    .filter(([path]) => !path.endsWith('.map'))
    .map(([path, { bytes, inputs }]) => ({ file: basename(path), bytes, ...partsOf(inputs) }))
}

/** The same as lines for people: sizes in kB, parts below one percent left out.
 * @param {readonly BundleContents[]} bundles
 * @returns {string} */
export function describeBundles(bundles) {
  return bundles
    .map(({ file, bytes, parts }) => {
      const large = parts.filter((part) => part.bytes >= bytes / 100)
      const listed = large.map((part) => `${part.name} ${kilobytes(part.bytes)}`).join(', ')
      return `${file.padEnd(18)} ${kilobytes(bytes).padStart(7)} kB   ${listed}`
    })
    .join('\n')
}

/** @param {Readonly<Record<string, { readonly bytesInOutput: number }>>} inputs */
function partsOf(inputs) {
  /** @type {Map<string, number>} */
  const sizes = new Map()
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  for (const [path, { bytesInOutput }] of used) {
    const name = partOf(path)
    sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput)
  }
  const parts = [...sizes].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes)
  const packages = [...new Set(used.flatMap(([path]) => packageFolder(path) ?? []))].sort()
  return { parts, packages }
}

/** A package by its name; of our own files the room.
 * @param {string} path */
function partOf(path) {
  const folder = packageFolder(path)
  if (folder !== undefined) return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return path.split('/').slice(0, -1).slice(0, 2).join('/') || path
}

/** @param {string} path */
function packageFolder(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1)
}
