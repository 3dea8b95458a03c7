import { pageOf } from './paging.ts'
import type { PlivoAnswer, PlivoCall } from './plivoCall.ts'
import type { Application, Subaccount } from './plivoWorld.ts'
import { rateText } from './rate.ts'
import { notFound } from './refusal.ts'

/** GET Application/: by creation date, the oldest first; a subaccount sees its own. */
export function listApplications(call: PlivoCall): PlivoAnswer {
  const prefix = call.query.get('app_name') ?? ''
  const subaccountId = call.query.get('subaccount')
  const matching = visibleApplications(call)
    .filter(({ name }) => name.startsWith(prefix))
    .filter((application) => subaccountId === null || application.subaccountId === subaccountId)
  const page = pageOf(call, 'Application/', matching)
  return { status: 200, members: { meta: page.meta, objects: page.items.map((one) => applicationRow(call, one)) } }
}

/** GET Application/{app_id}/. */
export function getApplication(call: PlivoCall): PlivoAnswer {
  const found = visibleApplications(call).find(({ id }) => id === call.id)
  if (found === undefined) throw notFound()
  return { status: 200, members: applicationRow(call, found) }
}

function visibleApplications(call: PlivoCall): readonly Application[] {
  const { subaccountId } = call.caller
  return call.world.applications.filter((one) => subaccountId === undefined || one.subaccountId === subaccountId)
}

function applicationRow(call: PlivoCall, application: Application): Readonly<Record<string, unknown>> {
  const { authId, defaultApplicationId } = call.world
  return {
    answer_method: 'POST',
    answer_url: application.answerUrl,
    app_id: application.id,
    app_name: application.name,
    default_app: application.id === defaultApplicationId,
    default_endpoint_app: false,
    enabled: application.enabled,
    hangup_url: application.answerUrl,
    log_incoming_messages: true,
    message_url: application.messageUrl,
    public_uri: false,
    resource_uri: `/v1/Account/${authId}/Application/${application.id}/`,
    sip_uri: `sip:${application.id}@app.plivo.com`,
    sub_account: application.subaccountId,
  }
}

/** GET Subaccount/: the newest first, tokens in clear. A subaccount has none of its own. */
export function listSubaccounts(call: PlivoCall): PlivoAnswer {
  const own = call.caller.subaccountId === undefined ? call.world.subaccounts : []
  const page = pageOf(call, 'Subaccount/', own)
  return { status: 200, members: { meta: page.meta, objects: page.items.map((one) => subaccountRow(call, one)) } }
}

function subaccountRow(call: PlivoCall, subaccount: Subaccount): Readonly<Record<string, unknown>> {
  const account = `/v1/Account/${call.world.authId}/`
  return {
    account,
    auth_id: subaccount.authId,
    auth_token: subaccount.authToken,
    created: subaccount.created,
    enabled: subaccount.enabled,
    modified: subaccount.modified,
    name: subaccount.name,
    new_auth_token: subaccount.newAuthToken,
    resource_uri: `${account}Subaccount/${subaccount.authId}/`,
  }
}

/** GET the account itself, with the money it has left. */
export function getAccount(call: PlivoCall): PlivoAnswer {
  const { authId } = call.caller
  const subaccount = call.world.subaccounts.find((one) => one.authId === authId)
  const members = {
    account_type: 'standard',
    address: '1 Example Street',
    auth_id: authId,
    auto_recharge: false,
    billing_mode: 'prepaid',
    cash_credits: rateText(call.world.balance),
    city: 'Reno',
    name: subaccount?.name ?? 'Sandbox account',
    resource_uri: `/v1/Account/${authId}/`,
    state: 'Nevada',
    timezone: 'UTC',
  }
  return { status: 200, members }
}
