import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { visitor } from '../context.ts'
import type { Frame } from '../html.ts'
import { changeCookie, noticeCookie } from './replying.ts'
import { composeFormToken, cookieName, visitCookie } from './security.ts'
import type { Identity, Wiring } from './wiring.ts'

export const nobody: Identity = { actor: visitor, officer: null, sessionHash: null, locale: null }

export function createFrame(
  wiring: Wiring,
  request: FastifyRequest,
  extras: { identity: Identity; csrf: () => string; notice: string | null },
): Frame {
  const words = wiring.services.words(request.locale)
  const { notice } = extras
  return {
    words,
    path: request.url,
    csrf: extras.csrf,
    nonce: request.nonce,
    assets: wiring.assets,
    officer: extras.identity.officer,
    notice: notice !== null && words.has(notice) ? words.t(notice) : null,
    publicUrl: wiring.services.settings.publicUrl,
  }
}

/** Hands out the form token and makes sure that the visitor has the cookie it belongs to. */
export function createTokenSource(wiring: Wiring, request: FastifyRequest, reply: FastifyReply): () => string {
  let visit = request.cookies[cookieName(wiring.services.settings, visitCookie)]
  return () => {
    if (visit === undefined || visit === '') {
      visit = randomBytes(16).toString('base64url')
      changeCookie(wiring, reply, { name: visitCookie, value: visit })
    }
    return composeFormToken(wiring.services.keyring, visit)
  }
}

export function takeNotice(wiring: Wiring, request: FastifyRequest, reply: FastifyReply): string | null {
  const notice = request.cookies[cookieName(wiring.services.settings, noticeCookie)]
  if (notice === undefined || request.method !== 'GET') return null
  changeCookie(wiring, reply, { name: noticeCookie, value: null })
  return notice
}

/** A frame for pages that are sent before anybody was identified. */
export function createBareFrame(wiring: Wiring, request: FastifyRequest): Frame {
  return createFrame(wiring, request, { identity: nobody, csrf: () => '', notice: null })
}
