import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Words } from './i18n.ts'

/** Who is signed in at the console, as far as a page needs to know it. */
export type FrameOfficer = {
  readonly id: string
  readonly name: string
  readonly officeName: string
  /** The permissions that decide which links are shown; the server checks them again on every route. */
  readonly permissions: ReadonlySet<string>
}

/** What every page gets beside its own view: language, addresses of assets, the token for forms. */
export type Frame = {
  readonly words: Words
  /** Path and query of this page, without origin; the language switch comes back to it. */
  readonly path: string
  /** Value of the hidden field `_csrf`; calling it sets the visitor's cookie, so only pages with a form do. */
  readonly csrf: () => string
  readonly nonce: string
  readonly assets: Assets
  readonly officer: FrameOfficer | null
  /** A sentence shown once after a redirect, already translated. */
  readonly notice: string | null
  readonly publicUrl: string
}

/** Hashed addresses of the built files, by their plain names (`citizen.css`, `console.js`). */
export type Assets = (name: string) => string

/** Turns a page into a whole HTML document. */
export function renderDocument(node: VNode): string {
  return `<!doctype html>${renderToString(node)}`
}
