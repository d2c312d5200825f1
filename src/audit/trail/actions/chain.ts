import { createHash } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import type { ChainFault } from '../rules/chain.ts'
import { canonicalText, type TrailEntry } from '../rules.ts'
import {
  countPending,
  findStray,
  insertEntry,
  insertLinks,
  type LinkedEntry,
  loadHead,
  loadLinked,
  loadPending,
  lockChain,
} from '../store/entries.ts'

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
  | { readonly intact: false; readonly position: number; readonly entryId: string; readonly fault: ChainFault }

/** How far a walk along the chain has come; `broken` is the first link that does not hold. */
export type Walk = {
  readonly position: number
  readonly hash: Buffer
  readonly broken: { readonly position: number; readonly entryId: string; readonly fault: ChainFault } | null
}

export const beginning: Walk = { position: 0, hash: origin, broken: null }

function walkOne(walk: Walk, link: LinkedEntry): Walk {
  const { position, hash } = walk
  if (link.position !== position + 1) return { ...walk, broken: { position: position + 1, entryId: link.entryId, fault: 'gap' } }
  if (link.entry === null) return { ...walk, broken: { position: link.position, entryId: link.entryId, fault: 'missing' } }
  const expected = hashLink(hash, link.entry)
  if (!expected.equals(link.hash)) return { ...walk, broken: { position: link.position, entryId: link.entryId, fault: 'changed' } }
  return { position: link.position, hash: expected, broken: null }
}

/** Walks one more stretch; the same place again means that the end is reached. */
export async function walkOn(ctx: Context, from: Walk, most = 5000): Promise<Walk> {
  let walk = from
  for (const link of await loadLinked(ctx.tx, from.position, most)) {
    walk = walkOne(walk, link)
    if (walk.broken !== null) return walk
  }
  return walk
}

/** Rows that were slipped in past the chain count as broken behind its end. */
export async function walkBeyond(ctx: Context, walk: Walk): Promise<Walk> {
  const stray = await findStray(ctx.tx)
  return stray === null ? walk : { ...walk, broken: { position: walk.position + 1, entryId: stray, fault: 'stray' } }
}

/** Walks the whole chain and names the first broken link (acceptance C13, L2). */
export async function verifyChain(ctx: Context): Promise<Verification> {
  let walk = beginning
  for (;;) {
    const next = await walkOn(ctx, walk)
    const ended = next.position === walk.position
    walk = next
    if (ended || walk.broken !== null) break
  }
  const { broken } = walk.broken === null ? await walkBeyond(ctx, walk) : walk
  if (broken !== null) return { intact: false, ...broken }
  return { intact: true, linked: walk.position, pending: await countPending(ctx.tx), head: walk.hash.toString('hex') }
}
