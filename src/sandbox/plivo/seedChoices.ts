import type { Application, ComplianceRecord, Subaccount } from './plivoWorld.ts'

/** Two ids that become the same JavaScript number, so that a client which calls `Number()` picks the wrong one. */
export const SUPPORT_APPLICATION = '21004477130012345'
export const SALES_APPLICATION = '21004477130012344'
export const FLOW_APPLICATION = '7f3a1c52-9b0e-4d6a-8e21-5c0f4b7d9a13'
export const SHOP_APPLICATION = '21004477130019877'
export const INBOUND_TRUNK = '31004477130055501'
export const SHOP_SUBACCOUNT = 'SASANDBOX00000000001'
export const LAB_SUBACCOUNT = 'SASANDBOX00000000002'
export const ACCEPTED_INDIA = '6f0a2d4e-3b1c-4f5a-9c7d-1e2f3a4b5c6d'

/** In the order in which they were created. */
export const seededApplications: readonly Application[] = [
  application(SALES_APPLICATION, 'sales-ivr'),
  application(SUPPORT_APPLICATION, 'support-ivr'),
  application(FLOW_APPLICATION, 'Callback flow'),
  { ...application(SHOP_APPLICATION, 'shop-reminders'), subaccountId: SHOP_SUBACCOUNT },
  { ...application('21004477130020011', 'old-voicemail'), enabled: false },
]

function application(id: string, name: string): Application {
  const answerUrl = `https://example.com/voice/${encodeURIComponent(name)}`
  return { id, name, answerUrl, messageUrl: '', enabled: true, subaccountId: null }
}

export const seededTrunks: readonly string[] = [INBOUND_TRUNK]

/** The newest first. The tokens are canaries: nothing outside the answer that carries them may ever contain them. */
export const seededSubaccounts: readonly Subaccount[] = [
  {
    authId: LAB_SUBACCOUNT,
    authToken: 'sandbox-canary-subaccount-token-two-00000',
    newAuthToken: '',
    name: 'Lab',
    enabled: false,
    created: '2026-02-17',
    modified: '2026-05-02',
  },
  {
    authId: SHOP_SUBACCOUNT,
    authToken: 'sandbox-canary-subaccount-token-one-00000',
    newAuthToken: 'sandbox-canary-subaccount-new-token-00000',
    name: 'Shop',
    enabled: true,
    created: '2025-01-31',
    modified: null,
  },
]

export const seededCompliances: readonly ComplianceRecord[] = [
  compliance(ACCEPTED_INDIA, 'Shop IN', 'accepted', 'IN', 'local', '2026-04-06'),
  compliance('11004477130077701', 'Office IN', 'accepted', 'IN', 'local', '2025-08-19'),
  {
    ...compliance('b1c2d3e4-0002-4a5b-8c6d-7e8f90a1b2c3', 'Mobile IN', 'rejected', 'IN', 'mobile', '2026-05-11'),
    rejectionReason: 'The registration certificate cannot be read.',
  },
  compliance('b1c2d3e4-0003-4a5b-8c6d-7e8f90a1b2c3', 'Berlin office', 'accepted', 'DE', 'local', '2026-03-02'),
  compliance('b1c2d3e4-0004-4a5b-8c6d-7e8f90a1b2c3', 'Munich office', 'submitted', 'DE', 'local', '2026-10-28'),
  compliance('b1c2d3e4-0005-4a5b-8c6d-7e8f90a1b2c3', 'Paris draft', 'draft', 'FR', 'local', '2026-10-30'),
  compliance('b1c2d3e4-0006-4a5b-8c6d-7e8f90a1b2c3', 'Sydney mobile', 'expired', 'AU', 'mobile', '2024-09-01'),
  compliance('b1c2d3e4-0007-4a5b-8c6d-7e8f90a1b2c3', 'Madrid office', 'suspended', 'ES', 'local', '2025-12-12'),
]

function compliance(
  id: string,
  alias: string,
  status: string,
  country: string,
  numberType: ComplianceRecord['numberType'],
  day: string,
): ComplianceRecord {
  const times = { createdAt: `${day}T08:09:17.533053Z`, updatedAt: `${day}T08:09:20.755358Z` }
  return { id, alias, status, country, numberType, userType: 'business', ...times }
}
