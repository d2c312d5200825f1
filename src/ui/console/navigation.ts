import type { IconName } from '../icons/icon.tsx'

/** Where an officer can go. The server decides again on every route; this only keeps dead ends off the screen. */
export type ConsoleLink = {
  readonly id: string
  readonly href: string
  readonly icon: IconName
  /** Shown to whoever holds one of these; to everybody when there are none. */
  readonly permissions: readonly string[]
  readonly group: 'work' | 'office' | 'service'
  /** The letter that leads here after `g`. */
  readonly key?: string
}

/** The words of a link are `ui.console.<id>`. */
export const consoleLinks = [
  { id: 'inbox', href: '/petugas', icon: 'inbox', permissions: ['inbox.read'], group: 'work', key: 'i' },
  { id: 'warnings', href: '/petugas/peringatan', icon: 'bell', permissions: ['ticket.read'], group: 'work', key: 'w' },
  { id: 'checks', href: '/petugas/penelaahan', icon: 'list-checks', permissions: ['answer.approve'], group: 'work', key: 'c' },
  { id: 'reviews', href: '/petugas/peninjauan', icon: 'eye', permissions: ['ticket.review'], group: 'work', key: 'r' },
  { id: 'sent_on', href: '/petugas/penerusan', icon: 'send', permissions: ['ticket.handle'], group: 'work', key: 's' },
  { id: 'mentions', href: '/petugas/sebutan', icon: 'message-square', permissions: ['ticket.read'], group: 'work', key: 'm' },
  { id: 'contributions', href: '/petugas/permintaan', icon: 'users', permissions: ['contribution.give'], group: 'work', key: 'p' },
  { id: 'register', href: '/petugas/laporan/baru', icon: 'file-plus', permissions: ['ticket.register'], group: 'work', key: 'n' },
  { id: 'mass_events', href: '/petugas/kejadian', icon: 'megaphone', permissions: ['mass_event.record'], group: 'office' },
  { id: 'causes', href: '/petugas/perbaikan', icon: 'lightbulb', permissions: ['cause.record'], group: 'office' },
  { id: 'load', href: '/petugas/beban', icon: 'scale', permissions: ['office.load'], group: 'office', key: 'l' },
  { id: 'answers', href: '/petugas/templat', icon: 'file-text', permissions: ['template.administer'], group: 'office' },
  { id: 'admin', href: '/petugas/admin', icon: 'settings', permissions: ['officer.administer'], group: 'service' },
  { id: 'offices', href: '/petugas/admin/kantor', icon: 'landmark', permissions: ['office.administer'], group: 'service' },
  { id: 'bodies', href: '/petugas/admin/instansi', icon: 'building', permissions: ['office.administer'], group: 'service' },
  { id: 'officers', href: '/petugas/admin/petugas', icon: 'users', permissions: ['officer.administer'], group: 'service' },
  { id: 'categories', href: '/petugas/admin/kategori', icon: 'tag', permissions: ['category.administer'], group: 'service' },
  { id: 'checklists', href: '/petugas/admin/daftar-periksa', icon: 'list-checks', permissions: ['category.administer'], group: 'service' },
  { id: 'assignment', href: '/petugas/admin/pembagian', icon: 'scale', permissions: ['assignment.administer'], group: 'service' },
  { id: 'calendar', href: '/petugas/admin/kalender', icon: 'calendar-days', permissions: ['calendar.administer'], group: 'service' },
  { id: 'templates', href: '/petugas/admin/surat', icon: 'mail', permissions: ['text.administer'], group: 'service' },
  { id: 'outbox', href: '/petugas/admin/kotak-keluar', icon: 'send', permissions: ['outbox.read'], group: 'service' },
  { id: 'trail', href: '/petugas/jejak', icon: 'rotate-ccw-clock', permissions: ['trail.read'], group: 'service' },
] as const satisfies readonly ConsoleLink[]

export type ConsoleSection = (typeof consoleLinks)[number]['id'] | 'account' | 'search'

/** The links that this officer may follow, in their order. */
export function listConsoleLinks(permissions: ReadonlySet<string>): readonly ConsoleLink[] {
  return consoleLinks.filter(
    (link: ConsoleLink) => link.permissions.length === 0 || link.permissions.some((permission) => permissions.has(permission)),
  )
}
