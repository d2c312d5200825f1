import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, FrameOfficer } from '../src/platform/html.ts'
import { createWords, type Locale, type Messages } from '../src/platform/i18n.ts'

function readMessages(locale: Locale, folders: readonly string[]): Messages {
  return Object.assign(
    {},
    ...folders.map(
      (folder) => JSON.parse(readFileSync(join(import.meta.dirname, '../src', folder, `locales/${locale}.json`), 'utf8')) as Messages,
    ),
  ) as Messages
}

export type FrameWish = {
  readonly locale?: Locale
  readonly path?: string
  readonly officer?: FrameOfficer | null
  readonly notice?: string | null
  /** Folders under `src/` whose words the page needs beside those of `ui`. */
  readonly wordsOf?: readonly string[]
}

/** A frame to render pages with, without a server. */
export function buildFrame(wish: FrameWish = {}): Frame {
  const { locale = 'id', path = '/', officer = null, notice = null, wordsOf = [] } = wish
  return {
    words: createWords(locale, readMessages(locale, ['ui', ...wordsOf])),
    path,
    csrf: () => 'form-token',
    nonce: 'nonce',
    assets: (name) => `/aset/${name}`,
    officer,
    notice,
    publicUrl: 'http://127.0.0.1:8080',
  }
}

export function buildFrameOfficer(permissions: readonly string[] = []): FrameOfficer {
  return { id: 'officer-1', name: 'Petugas Contoh', officeName: 'Kanim Contoh', permissions: new Set(permissions) }
}
