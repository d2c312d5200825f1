import type { Readable } from 'node:stream'
import type { VNode } from 'preact'
import type { Static, TSchema } from 'typebox'
import type { Actor, Context } from '../context.ts'
import type { KeptUpload, UploadProblem } from '../files/keep.ts'
import type { Frame } from '../html.ts'
import type { Locale } from '../i18n.ts'
import type { Result } from '../result.ts'
import type { Signal } from '../signals.ts'

/**
 * Who comes to an address; decides which proof of identity is looked at.
 * - `visitor`: anybody; no session is read
 * - `keyholder`: the cookie of somebody who gave number and access code
 * - `officer`: the console's session cookie
 * - `api`: the key in the Authorization header; without one, a visitor
 */
export type Audience = 'visitor' | 'keyholder' | 'officer' | 'api'

/** What is wrong with a field; pages say it with `ui.problem.<code>`. */
export type ProblemCode = 'required' | 'too_long' | 'too_short' | 'malformed' | 'choose' | 'too_many'
export type FieldProblems = Readonly<Record<string, string>>

export type UploadedFile = { readonly field: string; readonly name: string; readonly bytes: Buffer; readonly tooLarge: boolean }
/** A file as the handler gets it: checked, cleaned and stored, or why not. `name` is fit to show. `too_many`: it was not looked at. */
export type JudgedFile = { readonly name: string; readonly kept: Result<KeptUpload, UploadProblem | 'too_many'> }

export type CookieChange = {
  readonly name: string
  readonly value: string | null
  /** Seconds; absent: until the browser closes. */
  readonly maxAge?: number
}

type ReplyExtras = {
  readonly cookies?: readonly CookieChange[]
  readonly headers?: Readonly<Record<string, string>>
  /** Commits although the answer is a problem: counts of wrong tries must outlive the refusal. Leaves a line `refused` in the trail. */
  readonly keep?: boolean
}

/** One thing told to an open page: which of its places, and the words for it; null empties the place. */
export type Telling = { readonly place: string; readonly text: string | null }

/**
 * What an open page is told while it is open. Before each telling session, rights and sight are asked anew, in a transaction of its own;
 * the stream ends when one of them is no longer what it was at its beginning.
 */
export type Watch = {
  /** Whether a signal is worth a look. */
  readonly concerns: (signal: Signal) => boolean
  /** What there is to tell: at the beginning (null), after signals, and with each heartbeat (none); null ends the stream. */
  readonly look: (ctx: Context, signals: readonly Signal[] | null) => Promise<readonly Telling[] | null>
  /** At the beginning and with each heartbeat. */
  readonly pulse?: (ctx: Context) => Promise<void>
  /** When it has ended, for whatever reason; as the service itself. */
  readonly leave?: (ctx: Context) => Promise<void>
}

/** What a handler answers, as data. A status of 400 and more undoes the transaction, unless the reply says `keep`. */
export type Reply = ReplyExtras &
  (
    | { readonly kind: 'page'; readonly status: number; readonly node: VNode }
    | { readonly kind: 'redirect'; readonly to: string; readonly notice?: string }
    | { readonly kind: 'json'; readonly status: number; readonly body: unknown; readonly type?: string }
    | { readonly kind: 'text'; readonly status: number; readonly body: string; readonly type: string }
    | { readonly kind: 'stream'; readonly watch: Watch }
    | { readonly kind: 'file'; readonly stream: Readable; readonly name: string; readonly type: string; readonly size: number }
    | {
        readonly kind: 'refusal'
        readonly status: 401 | 403 | 404 | 409 | 410 | 422 | 429 | 503
        readonly code: string
        readonly retryAfterSeconds?: number
      }
  )

export function page(node: VNode, options: ReplyExtras & { readonly status?: number } = {}): Reply {
  const { status = 200, ...extras } = options
  return { kind: 'page', status, node, ...extras }
}

/** 303: the browser gets the next page with GET. `notice` is a message key shown there once. */
export function redirect(to: string, options: ReplyExtras & { readonly notice?: string } = {}): Reply {
  return { kind: 'redirect', to, ...options }
}

export function json(body: unknown, options: ReplyExtras & { readonly status?: number; readonly type?: string } = {}): Reply {
  const { status = 200, ...extras } = options
  return { kind: 'json', status, body, ...extras }
}

/** What one may not do or see. 404 wherever the existence itself is secret. `code` names the sentences `portal.refusal.<code>.title` and `.lead`. */
export function refuse(status: 401 | 403 | 404 | 409 | 410 | 422 | 429 | 503, code: string, retryAfterSeconds?: number): Reply {
  return { kind: 'refusal', status, code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
}

export type AuditNote = {
  /** Who it turned out to be, where nobody was known at the door: signing in. */
  readonly actor?: Actor
  /** Where a visitor's address must stand in the trail: signing in. Never for complainants. */
  readonly address?: string
  readonly objectType?: string
  readonly objectId?: string
  readonly reason?: string
  readonly details?: Readonly<Record<string, unknown>>
}

export type RouteRequest<Params = unknown, Query = unknown, Form = unknown> = {
  readonly params: Params
  readonly query: Query
  /** The checked form, or what is wrong with it field by field. */
  readonly form: Result<Form, FieldProblems>
  /** The fields as they were sent (normalised), to fill the page again. */
  readonly raw: Readonly<Record<string, string | readonly string[]>>
  readonly files: readonly JudgedFile[]
  /** Says that rows now know these kept files. What no handler claims, or a refusal undoes, is removed from the store. */
  readonly claim: (storeKeys: readonly string[]) => void
  readonly frame: Frame
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** For counting only; never stored in clear for a complainant. */
  readonly address: string
  readonly locale: Locale
  /** Hash of the officer's or complainant's session cookie, if there is one. */
  readonly sessionHash: Buffer | null
  /** The OpenAPI document of all routes that declare `api`. */
  readonly describeApi: () => unknown
  /** Adds the object and details to this request's line in the trail. */
  readonly audit: (note: AuditNote) => void
}

export type Handler<Params = unknown, Query = unknown, Form = unknown> = (
  request: RouteRequest<Params, Query, Form>,
  ctx: Context,
) => Promise<Reply>

/** What the OpenAPI document says of a route beyond its schemas. */
export type ApiOperation = {
  /** The operation's name in programs made from the document: it never changes. */
  readonly id: string
  readonly summary: string
  readonly response: TSchema
  /** 200 when absent; several where the same answer also says that it had been done before. */
  readonly status?: number | readonly number[]
  readonly example: { readonly body?: unknown; readonly response: unknown }
  /** The code of a problem it answers with, by status, beside those of every operation. */
  readonly refusals?: Readonly<Record<number, string>>
}

/**
 * One address of the service, as data. There is no other way to register one, and none without permission and audit.
 */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly audience: Audience
  /** `public`, or a permission of access/accounts. */
  readonly permission: string
  /**
   * The event's name in the trail. `done: true` writes a line for each success (reads of a ticket, every change);
   * refusals are always written.
   */
  readonly audit: { readonly event: string; readonly done: boolean }
  readonly params?: TSchema
  readonly query?: TSchema
  readonly form?: TSchema
  readonly upload?: {
    readonly most: number
    readonly maxBytes: number
    /** Asked before the files are judged, in a transaction of its own: a reply refuses them unseen. */
    readonly admit?: (request: Pick<RouteRequest, 'frame' | 'address'>, ctx: Context, count: number) => Promise<Reply | null>
  }
  /** Takes a form also from a browser that lost its cookies in the middle of it, so that nothing typed is lost. Never where somebody is signed in. */
  readonly freshVisit?: true
  /** Asked by a page that lies open, not by a person: does not keep the session alive. */
  readonly unattended?: true
  /** Needs no database: the page is the same for everybody. */
  readonly static?: boolean
  /** Shown in the OpenAPI document. */
  readonly api?: ApiOperation
  readonly handler: Handler
}

type Typed<P extends TSchema, Q extends TSchema, F extends TSchema> = Omit<Route, 'handler' | 'params' | 'query' | 'form'> & {
  readonly params?: P
  readonly query?: Q
  readonly form?: F
  // The schemas alone decide the types; without this the compiler also tries to learn them from the handler, at twice the cost.
  readonly handler: Handler<NoInfer<Static<P>>, NoInfer<Static<Q>>, NoInfer<Static<F>>>
}

/** Declares a route with the types of its schemas in the handler. */
export function defineRoute<P extends TSchema, Q extends TSchema, F extends TSchema>(route: Typed<P, Q, F>): Route {
  // The server checks params, query and form against the very schemas that gave the handler its types.
  return route as unknown as Route
}
