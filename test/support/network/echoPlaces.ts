import type { ServerResponse } from 'node:http'

/** Where a provider may repeat what it was sent. */
export interface EchoPlace {
  readonly name: string
  readonly status: number
  readonly say: (response: ServerResponse, text: string) => void
}

export const json = { 'content-type': 'application/json' }
const headerSafe = (text: string) => text.replace(/[^\x20-\x7e]/g, '')

/** Every provider's envelope of a refusal at once: each driver finds its own. */
export const refusal = (text: string) => ({
  id: text,
  api_id: text,
  error: {
    message: text,
    code: text,
    status: text,
    details: [{ fieldViolations: [{ field: text, description: text }], field: text, reason: text }],
  },
  message: text,
  error_description: text,
  data: { error: text, agreement_url: `https://contiguity.com/?key=${text}` },
})

/** Rows of every provider whose every text repeats it, one readable, one not. */
const rows = (text: string) => {
  const said = {
    alias: text,
    displayName: text,
    region: text,
    city: text,
    carrier: text,
    status: text,
    lease_status: text,
  }
  const more = {
    unknownField: text,
    another_field: text,
    callbackUrl: text,
    trunk_id: text,
    application: text,
    type: text,
  }
  const row = (number: string) => ({
    ...said,
    ...more,
    number: number,
    e164: number,
    phoneNumber: number,
    id: number,
    lease_id: 'l',
  })
  return [{ ...row('+12025550199'), capability: [text], capabilities: [text] }, row(text)]
}

export const echoPlaces: readonly EchoPlace[] = [
  {
    name: 'the status text',
    status: 401,
    say: (response, text) => response.writeHead(401, headerSafe(text), json).end('{}'),
  },
  ...[400, 401, 403, 404, 409, 422, 429, 500].map((status) => ({
    name: `the ${status} envelope`,
    status,
    say: (response: ServerResponse, text: string) =>
      response.writeHead(status, json).end(JSON.stringify(refusal(text))),
  })),
  { name: 'a text', status: 400, say: (response, text) => response.writeHead(400, json).end(text) },
  {
    name: 'a JSON text',
    status: 400,
    say: (response, text) => response.writeHead(400, json).end(JSON.stringify(text)),
  },
  {
    name: 'an error that is a text',
    status: 400,
    say: (response, text) => response.writeHead(400, json).end(JSON.stringify({ error: text })),
  },
  {
    name: 'names of fields',
    status: 422,
    say: (response, text) => response.writeHead(422, json).end(JSON.stringify({ error: { [text]: [text] } })),
  },
  {
    name: 'a page of HTML',
    status: 502,
    say: (response, text) =>
      response.writeHead(502, { 'content-type': `text/html; x="${headerSafe(text)}"` }).end(`<p>${text}</p>`),
  },
  {
    name: 'headers',
    status: 400,
    say: (response, text) => {
      const value = headerSafe(text)
      const headers = {
        ...json,
        'x-request-id': value,
        'www-authenticate': value,
        'retry-after': value,
        location: value,
        'content-encoding': value,
      }
      response.writeHead(400, headers).end('{}')
    },
  },
  {
    name: 'a redirect',
    status: 302,
    say: (response, text) =>
      response.writeHead(302, { ...json, location: headerSafe(text) }).end(JSON.stringify(refusal(text))),
  },
  {
    name: 'a success that cannot be read',
    status: 200,
    say: (response, text) => response.writeHead(200, json).end(JSON.stringify({ [text]: text })),
  },
  {
    name: 'rows',
    status: 200,
    say: (response, text) => {
      const list = rows(text)
      const counts = { totalSize: 2, meta: { total_count: 2 }, pagination: { total: 2, total_pages: 1 } }
      response.writeHead(200, json).end(
        JSON.stringify({
          id: text,
          activeNumbers: list,
          availableNumbers: list,
          objects: list,
          items: list,
          ...counts,
          data: { numbers: list },
        }),
      )
    },
  },
  {
    name: 'rows at TryVox',
    status: 200,
    say: (response, text) => response.writeHead(200, json).end(JSON.stringify({ data: rows(text) })),
  },
  {
    name: 'a single row',
    status: 200,
    say: (response, text) =>
      response.writeHead(200, json).end(JSON.stringify({ ...rows(text)[0], data: rows(text)[0] })),
  },
]
