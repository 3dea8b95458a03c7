import { spawn } from 'node:child_process'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment of the process, not an addition to ours
 * @property {number} [limitMs] the process is ended and the promise rejects after this time
 */

/** Our own environment with `folder` first on PATH, so that scripts of packages find the Node that belongs to us.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} [base]
 * @returns {NodeJS.ProcessEnv} */
export function withPathFirst(folder, base = process.env) {
  const name = Object.keys(base).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const separator = process.platform === 'win32' ? ';' : ':'
  return { ...base, [name]: base[name] ? `${folder}${separator}${base[name]}` : folder }
}

const FIRST_LINES = 15
const LAST_LINES = 40

/** The beginning and the end of a long text.
 * @param {string} text */
function shortened(text) {
  const lines = text.trimEnd().split('\n')
  if (lines.length <= FIRST_LINES + LAST_LINES) return lines.join('\n')
  return [...lines.slice(0, FIRST_LINES), '…', ...lines.slice(-LAST_LINES)].join('\n')
}

/** Runs a program to its end and resolves with all it printed. Rejects with the first and last lines it printed when it fails,
 * cannot be started or exceeds the limit.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} */
export function runProcess(command, args, options = {}) {
  const limitMs = options.limitMs ?? 600_000
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    })
    let output = ''
    let overdue = false
    const timer = setTimeout(() => {
      overdue = true
      child.kill('SIGKILL')
    }, limitMs)
    const endWithUs = () => child.kill()
    process.once('exit', endWithUs)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    const settle = () => {
      clearTimeout(timer)
      process.off('exit', endWithUs)
    }
    const what = `${command} ${args.join(' ')}`
    child.on('error', (error) => {
      settle()
      reject(new Error(`${what} could not start: ${error.message}`))
    })
    child.on('close', (code, signal) => {
      settle()
      if (code === 0) return resolve(output)
      const how = overdue ? `took longer than ${limitMs / 1000} s` : `ended with ${signal ?? code}`
      reject(new Error(`${what} ${how}:\n${shortened(output)}`))
    })
  })
}
