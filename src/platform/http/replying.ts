import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderDocument } from '../html.ts'
import { compressText } from './compression.ts'
import type { CookieChange, Reply } from './route.ts'
import { cookieName, isSecureOrigin } from './security.ts'
import type { Wiring } from './wiring.ts'

/** Carries the key of a sentence from a redirect to the page behind it. */
export const noticeCookie = 'kabar'

export function changeCookie(wiring: Wiring, reply: FastifyReply, change: CookieChange): void {
  const { settings } = wiring.services
  const name = cookieName(settings, change.name)
  const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: isSecureOrigin(settings.publicUrl) }
  if (change.value === null) void reply.clearCookie(name, options)
  else void reply.setCookie(name, change.value, { ...options, ...(change.maxAge === undefined ? {} : { maxAge: change.maxAge }) })
}

/** `attachment; filename` in the form that carries any name safely (RFC 6266). */
export function composeDisposition(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._ -]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
}

function sendText(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const compressed = compressText(text, request.headers['accept-encoding'])
  return compressed === null ? reply.send(text) : reply.header('content-encoding', compressed.encoding).send(compressed.bytes)
}

/** Writes a reply to the wire. Everything but files of the program itself is `no-store`: pages are made for one person. */
export function send(wiring: Wiring, request: FastifyRequest, reply: FastifyReply, answer: Reply): FastifyReply {
  for (const change of answer.cookies ?? []) changeCookie(wiring, reply, change)
  void reply.header('cache-control', 'no-store').headers(answer.headers ?? {})
  void reply.header('vary', 'accept-encoding, accept-language, cookie')
  switch (answer.kind) {
    case 'page':
      void reply.code(answer.status).header('content-language', request.locale).type('text/html; charset=utf-8')
      return sendText(request, reply, renderDocument(answer.node))
    case 'redirect':
      if (answer.notice !== undefined) changeCookie(wiring, reply, { name: noticeCookie, value: answer.notice, maxAge: 60 })
      return reply.redirect(answer.to, 303)
    case 'json':
      void reply.code(answer.status).type(answer.type ?? 'application/json; charset=utf-8')
      return sendText(request, reply, JSON.stringify(answer.body))
    case 'text':
      void reply.code(answer.status).type(answer.type)
      return sendText(request, reply, answer.body)
    case 'file':
      return reply
        .header('content-disposition', composeDisposition(answer.name))
        .header(
          'content-security-policy',
          "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
        )
        .header('content-length', answer.size)
        .type(answer.type)
        .send(answer.stream)
    case 'stream':
      throw new Error('a stream is opened, not sent')
    case 'refusal':
      throw new Error('a refusal must be rendered before it is sent')
  }
}
