import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const rule = '-'.repeat(80)

/** The licences of all packages that the bundles hold, as one text. Throws when one of them states none: it must not be shipped.
 * @param {string} root
 * @param {readonly string[]} inputs Paths of the bundled files, relative to `root`.
 * @returns {string} */
export function thirdPartyNotices(root, inputs) {
  const folders = new Set(inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []))
  const notices = new Set([...folders].map((folder) => noticeOf(join(root, folder))))
  const intro = 'Phone Numbers contains parts of the following packages, each under the licence that follows its name.'
  return `${[intro, ...[...notices].sort()].join(`\n\n${rule}\n\n`)}\n`
}

/** Name, version and licence of the package in a folder.
 * @param {string} folder
 * @returns {string} */
function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.|$)/i.test(file))
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim())
  if (texts.length === 0 && license === 'MIT') texts.push(mit(author?.name ?? author ?? `the authors of ${name}`))
  if (texts.length === 0) throw new Error(`${name} is bundled but has no licence text`)
  return [`${name} ${version} (${license})`, ...texts].join('\n\n')
}

/** For packages that declare MIT and forget the file.
 * @param {string} holder
 * @returns {string} */
function mit(holder) {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`
}
