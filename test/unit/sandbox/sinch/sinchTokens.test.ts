import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sinchCredentials } from '../../../../src/sandbox/sinch/sinchAccount.ts'
import { pretendedSinch } from './pretendedSinch.ts'

const list = `/v1/projects/${sinchCredentials.projectId}/activeNumbers`

test('issues a bearer token for the key and says how long it lives', () => {
  const { raw, basic } = pretendedSinch()
  const answer = raw('POST', '/oauth2/token', { authorization: basic }, 'grant_type=client_credentials')
  assert.equal(answer.status, 200)
  const { access_token, ...rest } = JSON.parse(answer.text) as Record<string, unknown>
  assert.match(String(access_token), /^sandbox-token-/)
  assert.deepEqual(rest, { expires_in: 3599, scope: '', token_type: 'bearer' })
})

test('refuses an unknown key with invalid_client', () => {
  const { raw } = pretendedSinch()
  const authorization = `Basic ${Buffer.from('someone:else').toString('base64')}`
  const answer = raw('POST', '/oauth2/token', { authorization }, 'grant_type=client_credentials')
  assert.deepEqual([answer.status, answer.text], [401, '{"error":"invalid_client"}'])
})

test('refuses a token request without the grant type', () => {
  const { raw, basic } = pretendedSinch()
  assert.equal(raw('POST', '/oauth2/token', { authorization: basic }, '').status, 400)
})

test('ends a token after its lifetime on the clock and says "expired" in the challenge', () => {
  const { raw, token, advance } = pretendedSinch()
  const headers = { authorization: `Bearer ${token()}` }
  advance(3_598_999)
  assert.equal(raw('GET', list, headers).status, 200)
  advance(1)
  const late = raw('GET', list, headers)
  assert.equal(late.status, 401)
  assert.equal(late.headers['www-authenticate'], 'Bearer error="invalid_token", error_description="token expired"')
  assert.equal(raw('GET', list, { authorization: `Bearer ${token()}` }).status, 200)
})

test('refuses an unknown token without the word that makes clients renew', () => {
  const { raw, sinch, token } = pretendedSinch()
  const answer = raw('GET', list, { authorization: 'Bearer made-up' })
  assert.equal(answer.status, 401)
  assert.doesNotMatch(answer.headers['www-authenticate'] ?? '', /expired/)
  const headers = { authorization: `Bearer ${token()}` }
  sinch.act({ revokeTokens: true })
  assert.doesNotMatch(raw('GET', list, headers).headers['www-authenticate'] ?? '', /expired/)
})

test('expires all tokens on command without moving the clock', () => {
  const { raw, sinch, token } = pretendedSinch()
  const headers = { authorization: `Bearer ${token()}` }
  sinch.act({ expireTokens: true })
  assert.match(raw('GET', list, headers).headers['www-authenticate'] ?? '', /expired/)
})

test('lets Basic in, counts it, and refuses a wrong pair with an empty 403', () => {
  const { raw, basic, world } = pretendedSinch()
  assert.equal(raw('GET', list, { authorization: basic }).status, 200)
  assert.equal(world().observed['basicAuth'], 1)
  const wrong = raw('GET', list, { authorization: 'Basic d3Jvbmc6cGFpcg==' })
  assert.equal(wrong.status, 403)
  assert.equal(wrong.text, '{"error":{"code":403,"message":"","status":"PERMISSION_DENIED","details":[]}}')
})

test('refuses another project with an empty 403', () => {
  const { raw, token } = pretendedSinch()
  const path = '/v1/projects/5a4db0c5-0000-4000-8000-0000000000ff/activeNumbers'
  const answer = raw('GET', path, { authorization: `Bearer ${token()}` })
  assert.equal(answer.status, 403)
  assert.match(answer.text, /"message":""/)
})

test('refuses a request that brings nothing', () => {
  const { raw } = pretendedSinch()
  assert.equal(raw('GET', list, {}).status, 401)
})

test('takes a doubled slash at the start of a path', () => {
  const { raw, token, sinch } = pretendedSinch()
  assert.equal(raw('GET', `/${list}`, { authorization: `Bearer ${token()}` }).status, 200)
  assert.equal(sinch.route({ method: 'POST', path: '//oauth2/token', query: '', headers: {}, body: '' }), 'token')
})
