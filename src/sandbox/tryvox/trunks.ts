import type { Row } from './numberRow.ts'
import { notFound } from './refusal.ts'
import type { TryvoxAnswer, TryvoxCall } from './tryvoxCall.ts'
import type { Trunk } from './tryvoxWorld.ts'

/** GET trunks: a bare array, inside `data` by switch. */
export function listTrunks({ world, switches }: TryvoxCall): TryvoxAnswer {
  const rows = world.trunks.map(trunkRow)
  return { status: 200, list: switches.trunksInData ? { data: rows } : rows }
}

/** GET trunks/{trunk_id}. */
export function getTrunk({ world, id }: TryvoxCall): TryvoxAnswer {
  const found = world.trunks.find((trunk) => trunk.id === id)
  if (found === undefined) throw notFound('Trunk')
  return { status: 200, single: trunkRow(found) }
}

function trunkRow(trunk: Trunk): Row {
  return {
    id: trunk.id,
    name: trunk.name,
    auth_type: trunk.authType,
    sip_domain: `${trunk.id.replace('_', '-')}.sip.tryvox.io`,
    ...(trunk.terminationUri === undefined ? {} : { termination_uri: trunk.terminationUri }),
    origination_uris: trunk.originationUris,
    max_channels: trunk.maxChannels,
    status: trunk.status,
    created_at: trunk.createdAt,
  }
}
