import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { WorldRow } from '../support/settingsBench.ts'
import { worldChanges } from '../support/worldChanges.ts'
import { addAccount, plivoAnswers, sinchAnswers } from './addingAccounts.ts'
import { closeForm, openSettingsOf, type SettingsEditing } from './settingsEditing.ts'
import { useEditor } from './useEditor.ts'
import { endpointsSetting, useSandbox } from './useSandbox.ts'

type Act = (form: SettingsEditing) => Promise<void>
type Provider = 'sinch' | 'plivo' | 'tryvox' | 'contiguity'
/** What a person does, and all that is different in the provider's world then; `it` is the number of the form. */
type Step = readonly [what: string, act: Act, changes: Readonly<Record<string, unknown>>]

const office = '01K8SANDB0XTRUNK0000000001'
const invoices = '01K8SANDB0XFAX000000000001'

describe('the settings of every provider, in the editor', () => {
  const sandbox = useSandbox({ realTime: true })
  const editor = useEditor(() => ({ extraSettings: endpointsSetting(sandbox()) }))
  before(async () => {
    await sandbox().setSwitch('sinch', 'provisioningStepSeconds', 1)
    const credentials = (provider: Provider) => sandbox().provider(provider).credentials
    await editor().openView()
    await addAccount(editor(), 'Sinch', 'Production', sinchAnswers(credentials('sinch')))
    await addAccount(editor(), 'Plivo', 'Production', plivoAnswers(credentials('plivo')))
    await addAccount(editor(), 'TryVox', 'Production', [
      { placeholder: 'The ID of the account', value: credentials('tryvox')['accountId'] ?? '' },
      { placeholder: 'tvx_sk_live_', value: credentials('tryvox')['apiKey'] ?? '' },
    ])
    await addAccount(editor(), 'Contiguity', 'Production', [
      { placeholder: 'contiguity_sk_', value: credentials('contiguity')['apiKey'] ?? '' },
    ])
  })

  const rowsOf = async (provider: Provider, number: string) => {
    const { owned } = await sandbox().world<{ owned: readonly WorldRow[] }>(provider)
    const keyOf = (row: WorldRow) => row['number'] ?? row['phoneNumber']
    return Object.fromEntries(owned.map((row) => [keyOf(row) === number.replaceAll(' ', '') ? 'it' : keyOf(row), row]))
  }
  /** Opens the form of a number and takes the steps one after the other. */
  const walk = async (provider: Provider, number: string, steps: readonly Step[]) => {
    const form = await openSettingsOf(editor(), number)
    for (const [what, act, changes] of steps) {
      const old = await rowsOf(provider, number)
      await act(form)
      const question = await form.review()
      const said = await form.agree(question.endsWith('Overwrite') ? 'Overwrite' : 'Save')
      assert.match(said, /^Saved\./, `${what}: ${said}`)
      // What Sinch makes of a link later is shown as long as it takes.
      await form.frame
        .locator('#settings .notice', { hasText: /^Note: (SMS|voice)/ })
        .first()
        .waitFor({ state: 'detached' })
      const { 'it.voiceConfiguration.lastUpdatedTime': _, ...found } = worldChanges(old, await rowsOf(provider, number))
      assert.deepEqual(found, changes, what)
    }
    await editor().screenshot(`settings-of-${provider}`)
    await closeForm(editor())
  }
  const write =
    (label: string, text: string): Act =>
    (form) =>
      form.write(label, text)
  const find =
    (label: string, query: string, option: string): Act =>
    (form) =>
      form.find(label, query, option)
  const choose =
    (label: string, option: string): Act =>
    (form) =>
      form.choose(label, option)
  const all =
    (...acts: readonly Act[]): Act =>
    async (form) => {
      for (const act of acts) await act(form)
    }

  it('at Sinch: name, service plan, campaign, callback URL', () =>
    walk('sinch', '+1 212 555 0100', [
      ['name changed', write('Display name', 'Front desk'), { 'it.displayName': 'Front desk' }],
      ['name cleared', write('Display name', ''), { 'it.displayName': '' }],
      ['name set', write('Display name', 'Support'), { 'it.displayName': 'Support' }],
      [
        'plan changed',
        find('SMS service plan', 'plan_us_2', 'Use “plan_us_2”'),
        { 'it.smsConfiguration.servicePlanId': 'plan_us_2' },
      ],
      ['campaign changed', find('10DLC campaign', 'CNEW', 'Use “CNEW”'), { 'it.smsConfiguration.campaignId': 'CNEW' }],
      ['campaign cleared', find('10DLC campaign', '', 'None'), { 'it.smsConfiguration.campaignId': '' }],
      ['campaign set', find('10DLC campaign', 'CSET', 'Use “CSET”'), { 'it.smsConfiguration.campaignId': 'CSET' }],
      ['plan cleared', find('SMS service plan', '', 'None'), { 'it.smsConfiguration.servicePlanId': '' }],
      [
        'plan set',
        find('SMS service plan', 'plan_us_1', 'plan_us_1'),
        { 'it.smsConfiguration.servicePlanId': 'plan_us_1' },
      ],
      ['URL set', write('Callback URL', 'https://a.example/x'), { 'it.callbackUrl': 'https://a.example/x' }],
      ['URL changed', write('Callback URL', 'https://b.example/'), { 'it.callbackUrl': 'https://b.example/' }],
      ['URL cleared', write('Callback URL', ''), { 'it.callbackUrl': '' }],
    ]))

  it('at Sinch: the voice link in its three kinds', () =>
    walk('sinch', '+1 212 555 0100', [
      [
        'another app',
        find('Voice app', 'app-night', 'Use “app-night”'),
        { 'it.voiceConfiguration.appId': 'app-night' },
      ],
      [
        'an app to a trunk',
        all(choose('Calls go to', 'SIP trunk'), find('SIP trunk', 'office', 'Office PBX')),
        {
          'it.voiceConfiguration.type': 'EST',
          'it.voiceConfiguration.appId': '',
          'it.voiceConfiguration.trunkId': office,
        },
      ],
      [
        'a trunk to a fax service',
        all(choose('Calls go to', 'Fax service'), find('Fax service', 'invo', 'Invoices')),
        {
          'it.voiceConfiguration.type': 'FAX',
          'it.voiceConfiguration.trunkId': '',
          'it.voiceConfiguration.serviceId': invoices,
        },
      ],
      ['nothing', choose('Calls go to', 'Nothing'), { 'it.voiceConfiguration.serviceId': '' }],
      [
        'an app',
        all(choose('Calls go to', 'Voice app'), find('Voice app', 'app-day', 'Use “app-day”')),
        { 'it.voiceConfiguration.type': 'RTC', 'it.voiceConfiguration.appId': 'app-day' },
      ],
    ]))

  it('at Plivo: an alias alone, applications, a subaccount, caller names', () =>
    walk('plivo', '+1 212 555 0120', [
      ['alias alone, the application stays', write('Alias', 'Front desk'), { 'it.alias': 'Front desk' }],
      ['alias cleared', write('Alias', ''), { 'it.alias': '' }],
      ['alias set', write('Alias', 'Support line'), { 'it.alias': 'Support line' }],
      ['application changed', find('Application', 'sales', 'sales-ivr'), { 'it.application': '21004477130012344' }],
      ['application cleared', find('Application', '', 'None'), { 'it.application': null }],
      ['application set', find('Application', 'support', 'support-ivr'), { 'it.application': '21004477130012345' }],
      ['lookup off', choose('Caller name lookup (CNAM)', 'Disabled'), { 'it.cnamLookup': 'disabled' }],
      ['lookup on', choose('Caller name lookup (CNAM)', 'Enabled'), { 'it.cnamLookup': 'enabled' }],
      ['subaccount set', find('Subaccount', 'shop', 'Shop'), { 'it.subaccount': 'SASANDBOX00000000001' }],
      ['subaccount changed', find('Subaccount', 'lab', 'Lab'), { 'it.subaccount': 'SASANDBOX00000000002' }],
    ]))

  it('at Plivo: the compliance application of a number that needs one', () =>
    walk('plivo', '+91 22 2555 0200', [
      [
        'compliance changed',
        find('Compliance application', 'office', 'Office IN'),
        { 'it.compliance': '11004477130077701' },
      ],
    ]))

  it('at TryVox: a trunk, an application, nothing', () =>
    walk('tryvox', '+1 212 555 0140', [
      ['another trunk', find('SIP trunk', 'trunk_p8w2', 'trunk_p8w2'), { 'it.trunk': 'trunk_p8w2' }],
      [
        'an application',
        all(choose('Calls go to', 'Application'), write('Application ID', 'app_new')),
        { 'it.trunk': null, 'it.application': 'app_new' },
      ],
      ['another application', write('Application ID', 'app_newer'), { 'it.application': 'app_newer' }],
      ['nothing', choose('Calls go to', 'Nothing'), { 'it.application': null }],
      [
        'a trunk',
        all(choose('Calls go to', 'SIP trunk'), find('SIP trunk', 'trunk_k3m9', 'trunk_k3m9')),
        { 'it.trunk': 'trunk_k3m9' },
      ],
    ]))

  it('at Contiguity: failover, which is asked about before it is overwritten', async () => {
    const form = await openSettingsOf(editor(), '+1 212 555 0138')
    await form.frame.getByText('Contiguity does not tell today’s value.').first().waitFor()
    await closeForm(editor())
    await walk('contiguity', '+1 212 555 0138', [
      [
        'on for selected numbers',
        all(
          choose('Failover', 'On'),
          choose('Takes over for', 'Selected numbers'),
          find('Selected numbers', '415', '+1 415 555 0138'),
          find('Selected numbers', '1416', '+1 416 555 6012'),
        ),
        {
          'it.failover': undefined,
          'it.failover.enabled': true,
          'it.failover.mode': 'selective',
          'it.failover.numbers.0': '+14155550138',
          'it.failover.numbers.1': '+14165556012',
        },
      ],
      [
        'on for all',
        all(choose('Failover', 'On'), choose('Takes over for', 'All numbers')),
        { 'it.failover.mode': 'all', 'it.failover.numbers.0': undefined, 'it.failover.numbers.1': undefined },
      ],
      ['off', choose('Failover', 'Off'), { 'it.failover.enabled': false }],
    ])
  })
})
