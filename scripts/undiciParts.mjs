/** What `src/http` uses of undici (proxies need `connect`). Its front door also brings fetch, web sockets, caches and mocks, and fills process-wide places. */
const parts = `
const Dispatcher = require('undici/lib/dispatcher/dispatcher')
Dispatcher.prototype.request = require('undici/lib/api/api-request')
Dispatcher.prototype.connect = require('undici/lib/api/api-connect')
exports.Agent = require('undici/lib/dispatcher/agent')
exports.Pool = require('undici/lib/dispatcher/pool')
exports.ProxyAgent = require('undici/lib/dispatcher/proxy-agent')
`

/** Modules of undici that these parts name and that our requests never reach, each with the reason. Reaching one throws. */
const neverReached = [
  /** The same parser for processors with SIMD: without it undici takes the plain one. */
  'lib/llhttp/llhttp_simd-wasm.js',
  /** Only with `allowH2`. */
  'lib/dispatcher/client-h2.js',
  /** SOCKS proxies are refused before. */
  'lib/dispatcher/socks5-proxy-agent.js',
  /** Only for bodies that are forms or files. */
  'lib/web/fetch/body.js',
  'lib/web/fetch/formdata.js',
  'lib/web/webidl/index.js',
]

/** Takes only these parts of undici into a bundle.
 * @param {string} root
 * @returns {import('esbuild').Plugin} */
export function undiciParts(root) {
  const unreached = new RegExp(`/undici/(${neverReached.map((path) => path.replaceAll('.', '\\.')).join('|')})$`)
  return {
    name: 'undici-parts',
    setup(bundler) {
      bundler.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'undici-parts' }))
      bundler.onLoad({ filter: /^undici$/, namespace: 'undici-parts' }, () => ({ contents: parts, resolveDir: root }))
      bundler.onLoad({ filter: /[\\/]node_modules[\\/]undici[\\/]lib[\\/]/ }, ({ path }) => {
        const found = unreached.exec(path.replaceAll('\\', '/'))
        if (found === null) return undefined
        const failure = JSON.stringify(`undici/${found[1]} is not part of this extension`)
        return { contents: `module.exports = () => { throw new Error(${failure}) }` }
      })
    },
  }
}
