import type { Actor } from '../context.ts'

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the policies read of who is there, by setting. An empty text is what a setting is that was never set. */
export type Identity = Readonly<Record<'actor' | 'id' | 'offices' | 'supervised' | 'token', string>>

export const unknown: Identity = { actor: '', id: '', offices: '', supervised: '', token: '' }

function writeList(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `{${ids.join(',')}}`
}

/** Throws where an id is none: the values go into SQL as they are. */
export function readIdentity(actor: Actor): Identity {
  const { offices, supervised } = actor.reach
  const ids = [...offices, ...supervised, ...(actor.id === null ? [] : [actor.id])]
  if (!ids.every((id) => uuidPattern.test(id))) throw new Error('an actor with an id that is no uuid')
  return { actor: actor.kind, id: actor.id ?? '', offices: writeList(offices), supervised: writeList(supervised), token: '' }
}

/**
 * The commands that make one identity of another, for one message; empty where they are the same. The values cannot carry
 * a quote: kinds are a closed list, ids are checked and a hash is hexadecimal, so that the simple protocol is safe here.
 */
export function composeChange(before: Identity, after: Identity): readonly string[] {
  const names = ['actor', 'id', 'offices', 'supervised', 'token'] as const
  return names.filter((name) => before[name] !== after[name]).map((name) => `set local tanggap.${name} = '${after[name]}'`)
}
