import type { Permission } from './roles.ts'

const signInPages = /^\/petugas\/(masuk|keluar|sandi)\b/

/** Where to go on after signing in: only a page of the console, never a page that is about signing in, never another site. */
export function readReturnPath(path: string | undefined): string | null {
  if (path === undefined || !/^\/petugas(\/[^\s\\]*|\?[^\s\\]*)?$/.test(path)) return null
  return path.includes('//') || signInPages.test(path) ? null : path
}

const homes: readonly { readonly permission: Permission; readonly path: string }[] = [
  { permission: 'inbox.read', path: '/petugas' },
  { permission: 'officer.administer', path: '/petugas/admin' },
  { permission: 'trail.read', path: '/petugas/jejak' },
]

/** The page on which the working day of somebody with these permissions begins. */
export function homeOf(permissions: ReadonlySet<string>): string {
  return homes.find(({ permission }) => permissions.has(permission))?.path ?? '/petugas/akun'
}
