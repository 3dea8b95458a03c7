import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formHtml } from '../../../../src/vscode/settingsForm/formHtml.ts'

const parts = {
  nonce: 'N0nce==',
  cspSource: "'self' https://*.example-cdn.net",
  script: 'https://host/dist/settingsForm.js',
  style: 'body { padding: 0 }',
  language: 'en',
  content: { title: '+1 312 555 0142', summary: '<b>s</b>', notices: '', settings: '', groups: '<p>g</p>' },
}

describe('the page of the settings form', () => {
  const html = formHtml(parts)

  it('allows the script by its nonce only, and nothing that is not needed', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]
    assert.equal(
      policy,
      "default-src 'none'; script-src 'nonce-N0nce=='; style-src 'self' https://*.example-cdn.net 'nonce-N0nce=='; " +
        "font-src 'self' https://*.example-cdn.net; img-src 'self' https://*.example-cdn.net; form-action 'none'; base-uri 'none'",
    )
    assert.ok(!html.includes('unsafe-'))
  })

  it('gives the nonce to the script and, before it, to the components', () => {
    assert.ok(html.includes('<script nonce="N0nce==" data-src="https://host/dist/settingsForm.js">'))
    assert.ok(html.indexOf('<meta property="csp-nonce" content="N0nce==">') < html.indexOf('<script'))
    assert.equal(html.match(/<script/g)?.length, 1)
  })

  it('has its style in it, by the nonce, and neither style attributes nor inline handlers', () => {
    assert.equal(html.match(/<style/g)?.length, 1)
    assert.ok(html.includes('<style nonce="N0nce==">body { padding: 0 }</style>'))
    assert.doesNotMatch(html, /<link|\sstyle=|\son[a-z]+=/)
  })

  it('names its language, shows the number at once and has its live region from the start', () => {
    assert.ok(html.includes('<html lang="en">'))
    assert.ok(html.includes('<h1 id="title">+1 312 555 0142</h1>'))
    assert.ok(html.includes('role="status"'))
  })

  it('lets no text out of its place', () => {
    const hostile = formHtml({ ...parts, script: 'x"><script>', language: '"><script>', nonce: '"><script>' })
    assert.equal(hostile.match(/<script/g)?.length, 1)
    assert.ok(hostile.includes('data-src="x&quot;&gt;&lt;script&gt;"'))
  })
})
