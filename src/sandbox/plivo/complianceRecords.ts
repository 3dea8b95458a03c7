import { pageOf } from './paging.ts'
import type { PlivoAnswer, PlivoCall } from './plivoCall.ts'
import type { ComplianceRecord } from './plivoWorld.ts'
import { invalid, notFound } from './refusal.ts'
import { isRegulated } from './tariff.ts'

const MOST_RECORDS = 100

/** GET PhoneNumber/Compliance/: the rows are under `compliances`. */
export function listCompliances(call: PlivoCall): PlivoAnswer {
  const matching = call.world.compliances.filter((record) => matches(call.query, record))
  const page = pageOf(call, 'PhoneNumber/Compliance/', matching, MOST_RECORDS)
  return { status: 200, members: { meta: page.meta, compliances: page.items.map((one) => recordRow(call, one)) } }
}

/** GET PhoneNumber/Compliance/{id}/: the record is under `compliance`. */
export function getCompliance(call: PlivoCall): PlivoAnswer {
  const found = call.world.compliances.find(({ id }) => id === call.id)
  if (found === undefined) throw notFound()
  return { status: 200, members: { compliance: recordRow(call, found) } }
}

function matches(query: URLSearchParams, record: ComplianceRecord): boolean {
  const same = (name: string, value: string): boolean => {
    const asked = query.get(name)
    return asked === null || asked === '' || asked.toLowerCase() === value.toLowerCase()
  }
  return (
    same('status', record.status) &&
    same('country_iso', record.country) &&
    same('number_type', record.numberType) &&
    same('user_type', record.userType) &&
    same('alias', record.alias)
  )
}

function recordRow(call: PlivoCall, record: ComplianceRecord): Readonly<Record<string, unknown>> {
  return {
    compliance_id: record.id,
    alias: record.alias,
    status: record.status,
    country_iso: record.country,
    number_type: record.numberType,
    user_type: record.userType,
    ...(record.rejectionReason === undefined ? {} : { rejection_reason: record.rejectionReason }),
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    ...expandedMembers(call, record),
  }
}

/** Related objects a request asked for; only linked numbers are written with `+`. */
function expandedMembers(call: PlivoCall, record: ComplianceRecord): Readonly<Record<string, unknown>> {
  const expand = (call.query.get('expand') ?? '').split(',')
  const linked = [...call.world.owned.values()].filter(({ complianceId }) => complianceId === record.id)
  return {
    ...(expand.includes('end_user') ? { end_user: { type: record.userType, name: record.alias } } : {}),
    ...(expand.includes('documents') ? { documents: [] } : {}),
    ...(expand.includes('linked_numbers') ? { linked_numbers: linked.map(({ facts }) => `+${facts.digits}`) } : {}),
  }
}

/** GET PhoneNumber/Compliance/Requirements/. @throws Refusal 400 unless country, number type and user type are given. */
export function complianceRequirements(call: PlivoCall): PlivoAnswer {
  const [country = '', numberType = '', userType = ''] = ['country_iso', 'number_type', 'user_type'].map(
    (name) => call.query.get(name) ?? '',
  )
  if (country === '' || numberType === '' || userType === '') {
    throw invalid('country_iso, number_type and user_type are mandatory parameters')
  }
  const registration = { document_type_id: 'registration-certificate', name: 'Registration certificate' }
  const members = {
    requirement_id: `${country}-${numberType}-${userType}`.toLowerCase(),
    country_iso: country.toUpperCase(),
    number_type: numberType,
    user_type: userType,
    document_types: isRegulated(country.toUpperCase()) ? [{ ...registration, proof_required: true }] : [],
  }
  return { status: 200, members }
}
