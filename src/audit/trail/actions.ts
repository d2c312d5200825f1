import { createHash } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { canonicalText, type TrailEntry } from './rules.ts'
import { countPending, findStray, insertEntry, insertLinks, loadHead, loadLinked, loadPending, lockChain } from './store.ts'

export type Line = {
  readonly event: string
  readonly outcome?: 'done' | 'refused'
  readonly objectType?: string
  readonly objectId?: string
  readonly reason?: string
  readonly address?: string | null
  readonly details?: Readonly<Record<string, unknown>>
}

/** Adds one line in the transaction of `ctx`. Details never hold a text, name or address of a complainant. */
export async function record(ctx: Context, line: Line): Promise<void> {
  const { actor } = ctx
  await insertEntry(ctx.tx, {
    id: ctx.newId(),
    at: ctx.now,
    event: line.event,
    outcome: line.outcome ?? 'done',
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    actorRoles: [...new Set(actor.assignments.map(({ role }) => role))],
    objectType: line.objectType ?? null,
    objectId: line.objectId ?? null,
    reason: line.reason ?? null,
    address: line.address ?? null,
    requestId: ctx.requestId,
    details: line.details ?? {},
  })
}

const origin: Buffer = Buffer.alloc(32)

function hashLink(previous: Buffer, entry: TrailEntry): Buffer {
  return createHash('sha256').update(previous).update(canonicalText(entry)).digest()
}

/** Chains up to `most` waiting entries and returns how many; one linker at a time, whoever calls. */
export async function linkPending(ctx: Context, most = 5000): Promise<number> {
  await lockChain(ctx.tx)
  const head = await loadHead(ctx.tx)
  let position = head?.position ?? 0
  let hash = head?.hash ?? origin
  const links = (await loadPending(ctx.tx, most)).map((entry) => {
    position += 1
    hash = hashLink(hash, entry)
    return { position, entryId: entry.id, hash }
  })
  if (links.length > 0) await insertLinks(ctx.tx, links)
  return links.length
}

export type Verification =
  | { readonly intact: true; readonly linked: number; readonly pending: number; readonly head: string }
  | { readonly intact: false; readonly position: number; readonly entryId: string; readonly fault: 'changed' | 'missing' | 'gap' | 'stray' }

/** Walks the whole chain and names the first broken link (acceptance C13, L2). */
export async function verifyChain(ctx: Context): Promise<Verification> {
  let position = 0
  let hash = origin
  for (;;) {
    const stretch = await loadLinked(ctx.tx, position, 5000)
    for (const link of stretch) {
      if (link.position !== position + 1) return { intact: false, position: position + 1, entryId: link.entryId, fault: 'gap' }
      if (link.entry === null) return { intact: false, position: link.position, entryId: link.entryId, fault: 'missing' }
      const expected = hashLink(hash, link.entry)
      if (!expected.equals(link.hash)) return { intact: false, position: link.position, entryId: link.entryId, fault: 'changed' }
      position = link.position
      hash = expected
    }
    if (stretch.length === 0) break
  }
  const stray = await findStray(ctx.tx)
  if (stray !== null) return { intact: false, position: position + 1, entryId: stray, fault: 'stray' }
  return { intact: true, linked: position, pending: await countPending(ctx.tx), head: hash.toString('hex') }
}
