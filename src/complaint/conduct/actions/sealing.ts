import type { Context } from '../../../platform/context.ts'

/** Who it was, of which unit and when, in somebody's own words; each is empty where nothing was said. */
export type Accusation = { readonly name: string; readonly unit: string; readonly time: string }

const purpose = 'conduct-subject'

export function isSaid({ name, unit, time }: Accusation): boolean {
  return `${name}${unit}${time}` !== ''
}

/** Null where nothing was said. */
export function sealAccusation(ctx: Pick<Context, 'keyring'>, id: string, { name, unit, time }: Accusation): Buffer | null {
  return isSaid({ name, unit, time }) ? ctx.keyring.seal(purpose, JSON.stringify({ name, unit, time }), id) : null
}

export function openAccusation(ctx: Pick<Context, 'keyring'>, id: string, sealed: Buffer | null): Accusation {
  if (sealed === null) return { name: '', unit: '', time: '' }
  return JSON.parse(ctx.keyring.open(purpose, sealed, id).toString('utf8')) as Accusation
}
