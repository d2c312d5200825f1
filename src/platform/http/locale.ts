import type { FastifyRequest } from 'fastify'
import type { Settings } from '../config.ts'
import { isLocale, type Locale, locales } from '../i18n.ts'
import { cookieName } from './security.ts'

export const localeCookie = 'bahasa'

function readAccepted(header: string | undefined): Locale | null {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { language: tag.toLowerCase().split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) if (isLocale(language)) return language
  return null
}

/** Own choice first, then what the browser asks for, then Indonesian. */
export function readLocale(request: FastifyRequest, settings: Settings): Locale {
  const chosen = request.cookies?.[cookieName(settings, localeCookie)]
  if (isLocale(chosen)) return chosen
  return readAccepted(request.headers['accept-language']) ?? locales[0]
}
