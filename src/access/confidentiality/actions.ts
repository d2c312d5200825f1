import { asService, type Context } from '../../platform/context.ts'
import { equal } from '../../platform/crypto.ts'
import { maskIdentity } from './rules/masking.ts'
import { normalizeEmail, normalizePhone } from './rules.ts'
import { findByHash, insertIdentity, loadEmailHash, loadSealedIdentity } from './store.ts'

/** Who brought a ticket and how to reach them, as they wrote it; each is an empty text when it was not given. */
export type Identity = { readonly name: string; readonly email: string; readonly phone: string }

function hashContact(ctx: Pick<Context, 'keyring'>, kind: 'email' | 'phone', normalized: string | null): Buffer | null {
  return normalized === null ? null : ctx.keyring.hmac(`identity-${kind}`, normalized)
}

/** Seals an identity beside its ticket. `hidden`: the complainant chose to be anonymous, so officers never get it. Keeps nothing when all is empty. */
export async function keepIdentity(
  ctx: Context,
  ticketId: string,
  identity: Identity,
  options: { readonly hidden: boolean },
): Promise<void> {
  const { name, email, phone } = identity
  if (name === '' && email === '' && phone === '') return
  await insertIdentity(ctx.tx, {
    ticketId,
    sealed: ctx.keyring.seal('identity', JSON.stringify({ name, email, phone }), ticketId),
    emailHash: hashContact(ctx, 'email', normalizeEmail(email)),
    phoneHash: hashContact(ctx, 'phone', normalizePhone(phone)),
    hidden: options.hidden,
  })
}

/** The identity of a ticket; null when none was given, when it is hidden from this actor, or when the ticket is. Throws SealError when the row was tampered with. */
export async function readIdentity(ctx: Context, ticketId: string): Promise<Identity | null> {
  const sealed = await loadSealedIdentity(ctx.tx, ticketId)
  return sealed === null ? null : (JSON.parse(ctx.keyring.open('identity', sealed, ticketId).toString('utf8')) as Identity)
}

/** The same, read by the service itself: what an officer may not see is covered in a text without being shown to them. */
export function readIdentityAsService(ctx: Context, ticketId: string): Promise<Identity | null> {
  return asService(ctx, 'confidentiality', (service) => readIdentity(service, ticketId))
}

/** Takes who brought a ticket out of words that go to somebody else. */
export function coverIdentity(identity: Identity | null, words: string): string {
  return identity === null ? words : maskIdentity(words, [identity.name, identity.email, identity.phone])
}

/**
 * Tickets that one person brought, by the whole e-mail address or phone number in whichever way it is written. Names are sealed
 * and can be looked for by nobody. Whoever is hidden from the actor is found neither.
 */
export async function findByContact(ctx: Context, kind: 'email' | 'phone', typed: string): Promise<readonly string[]> {
  const hash = hashContact(ctx, kind, kind === 'email' ? normalizeEmail(typed) : normalizePhone(typed))
  return hash === null ? [] : findByHash(ctx.tx, kind, hash)
}

/** Whether this is the address that was given with the ticket. Opens nothing, and takes the same time either way. */
export async function matchesEmail(ctx: Context, ticketId: string, email: string): Promise<boolean> {
  const given = hashContact(ctx, 'email', normalizeEmail(email)) ?? Buffer.alloc(32)
  const kept = await loadEmailHash(ctx.tx, ticketId)
  return equal(given, kept ?? Buffer.alloc(33))
}
