import type { Actor, Context, Services } from '../context.ts'
import type { Assets, Frame, FrameOfficer } from '../html.ts'
import type { Locale } from '../i18n.ts'
import type { Audience, AuditNote, Reply, Route } from './route.ts'

export type Identity = {
  readonly actor: Actor
  readonly officer: FrameOfficer | null
  readonly sessionHash: Buffer | null
  /** The language chosen in the account; else the visitor's own choice counts. */
  readonly locale: Locale | null
}

/** Finds out who is there; null when the proof is missing, ended or wrong. */
export type Resolver = (
  ctx: Context,
  proof: {
    readonly cookie: string | undefined
    readonly authorization: string | undefined
    /** Asked by a page and not by a person: no use that keeps a session open (acceptance S1). */
    readonly unattended?: boolean
  },
) => Promise<Identity | null>

export type AuditLine = Omit<AuditNote, 'actor' | 'address'> & {
  readonly event: string
  readonly outcome: 'done' | 'refused'
  readonly address: string | null
}

/** What the server needs from the floors above it. */
export type Wiring = {
  readonly services: Services
  readonly routes: readonly Route[]
  readonly permissions: ReadonlySet<string>
  readonly resolvers: Readonly<Record<Exclude<Audience, 'visitor'>, Resolver>>
  readonly sessionCookies: Readonly<Record<'keyholder' | 'officer', string>>
  readonly writeAudit: (ctx: Context, line: AuditLine) => Promise<void>
  /** Where somebody without a session is sent. */
  readonly signInPath: Readonly<Record<'keyholder' | 'officer', string>>
  readonly renderRefusal: (frame: Frame, refusal: { readonly status: number; readonly code: string; readonly requestId: string }) => Reply
  readonly assets: Assets
}
