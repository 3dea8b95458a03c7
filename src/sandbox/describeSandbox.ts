import type { Sandbox } from './sandbox.ts'

/** One line of JSON with every endpoint and the fictional credentials. */
export function describeAsJson({ control, providers }: Sandbox): string {
  return JSON.stringify({ control, providers })
}

/** The same for people: a block per provider with what to type where. */
export function describeAsTable({ control, providers }: Sandbox): string {
  const blocks = Object.entries(providers).map(([id, { endpoint, authEndpoint, credentials }]) => {
    const auth = authEndpoint === undefined ? {} : { authEndpoint }
    const rows = Object.entries({ endpoint, ...auth, ...credentials })
    return [id, ...rows.map(([name, value]) => `  ${name.padEnd(14)}${value}`)].join('\n')
  })
  const intro = `The sandbox is running. No money is spent and no real number is touched.\ncontrol         ${control}`
  return [intro, ...blocks, 'Press Ctrl+C to stop.'].join('\n\n')
}
