import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Another process that a test started, as another window of the editor would be. */
export interface StartedScript {
  /** Resolves when the line was printed; rejects when the process ends without it. */
  says(line: string): Promise<void>
  /** Resolves with the first of these lines that is printed. */
  saysOneOf(lines: readonly string[]): Promise<string>
  /** Wakes a script that waits for a word. */
  tell(): void
  /** Ends it as a crash does. */
  kill(): void
  ended(): Promise<void>
}

/** Starts a script beside this file. */
export function startScript(name: string, args: readonly string[]): StartedScript {
  const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(import.meta.dirname, name), ...args]
  const child = spawn(process.execPath, flags, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let output = ''
  child.stdout.setEncoding('utf8')
  const saysOneOf = async (lines: readonly string[]): Promise<string> => {
    for (;;) {
      const said = lines.find((line) => output.split('\n').includes(line))
      if (said !== undefined) return said
      const [chunk] = await Promise.race([once(child.stdout, 'data'), ended.then(() => [undefined])])
      if (chunk === undefined) throw new Error(`${name} ended without one of ${lines.join(', ')}: ${output}`)
    }
  }
  child.stdout.on('data', (chunk: string) => {
    output += chunk
  })
  return {
    saysOneOf,
    says: async (line) => void (await saysOneOf([line])),
    tell: () => void child.stdin.write('go\n'),
    kill: () => void child.kill('SIGKILL'),
    ended: async () => void (await ended),
  }
}
