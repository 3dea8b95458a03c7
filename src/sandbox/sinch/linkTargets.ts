import { countParameter, type Query } from './query.ts'
import { timestamp } from './timestamp.ts'

interface Trunk {
  readonly id: string
  readonly name: string
  readonly hostName: string
  readonly createdAt: string
  readonly updatedAt: string | null
}

export const trunkIds = { office: '01K8SANDB0XTRUNK0000000001', branch: '01K8SANDB0XTRUNK0000000002' } as const
export const faxServiceIds = { invoices: '01K8SANDB0XFAX000000000001', orders: '01K8SANDB0XFAX000000000002' } as const

const trunks: readonly Trunk[] = [
  {
    id: trunkIds.office,
    name: 'Office PBX',
    hostName: 'office-pbx',
    createdAt: '2025-02-11T08:30:00Z',
    updatedAt: null,
  },
  {
    id: trunkIds.branch,
    name: 'Branch Göteborg',
    hostName: 'branch-gbg',
    createdAt: '2025-09-02T14:05:00Z',
    updatedAt: '2026-05-20T07:45:00Z',
  },
]

const faxServices = [
  { id: faxServiceIds.invoices, name: 'Invoices', defaultForProject: true },
  { id: faxServiceIds.orders, name: 'Orders by fax', defaultForProject: false },
]

/** True for an id that a link can be made to; the sandbox knows no list of voice apps, so every app id counts. */
export function isKnownVoiceTarget(type: 'RTC' | 'EST' | 'FAX', target: string): boolean {
  if (type === 'RTC') return true
  return (type === 'EST' ? trunks : faxServices).some(({ id }) => id === target)
}

/** The answer of the elastic trunking host; pages count from 1. */
export function trunkList(query: Query, projectId: string): unknown {
  const size = pageSize(query, 'size')
  const page = pageNumber(query)
  return {
    trunks: pageOf(trunks, page, size).map((trunk) => ({
      id: trunk.id,
      name: trunk.name,
      hostName: trunk.hostName,
      topLevelDomain: 'pstn.sinch.com',
      domain: `${trunk.hostName}.pstn.sinch.com`,
      callsPerSecond: 1,
      enableCallerName: false,
      createTime: timestamp(Date.parse(trunk.createdAt)),
      updateTime: trunk.updatedAt === null ? null : timestamp(Date.parse(trunk.updatedAt)),
      projectId,
    })),
    pageNumber: page,
    pageSize: size,
    totalItems: trunks.length,
  }
}

/** The answer of the fax host; pages count from 1, 20 rows unless asked, at most 1000. */
export function faxServiceList(query: Query, projectId: string): unknown {
  const size = pageSize(query, 'pageSize')
  const page = pageNumber(query)
  return {
    services: pageOf(faxServices, page, size).map((service) => ({ ...service, projectId })),
    page,
    totalPages: Math.ceil(faxServices.length / size),
  }
}

function pageSize(query: Query, name: string): number {
  return Math.min(countParameter(query, name) || 20, 1000)
}

function pageNumber(query: Query): number {
  return countParameter(query, 'page') || 1
}

function pageOf<T>(items: readonly T[], page: number, size: number): readonly T[] {
  return items.slice((page - 1) * size, page * size)
}
