import type { Settings } from '../config.ts'
import { equal, type Keyring, takeRandom } from '../crypto.ts'

export const visitCookie = 'kunjungan'

const secureOrigins = new Map<string, boolean>()

/** Browsers treat the loopback address as secure, so the strict names hold in development too. */
export function isSecureOrigin(publicUrl: string): boolean {
  // Asked for each cookie of each request, and there is one public address.
  const known = secureOrigins.get(publicUrl)
  if (known !== undefined) return known
  const { protocol, hostname } = new URL(publicUrl)
  const isSecure = protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  secureOrigins.set(publicUrl, isSecure)
  return isSecure
}

export function cookieName(settings: Pick<Settings, 'publicUrl'>, name: string): string {
  return isSecureOrigin(settings.publicUrl) ? `__Host-${name}` : name
}

/** Where browsers tell which rule of the policy below a page broke. */
export const violationPath = '/csp'

export function composeHeaders(settings: Pick<Settings, 'publicUrl'>, nonce: string): Record<string, string> {
  const https = settings.publicUrl.startsWith('https:')
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    `report-uri ${violationPath}`,
    // Browsers that know this word no longer look at the one above, but report only where there is TLS.
    ...(https ? ['report-to csp', 'upgrade-insecure-requests'] : []),
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'x-frame-options': 'DENY',
    ...(https
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains', 'reporting-endpoints': `csp="${violationPath}"` }
      : {}),
  }
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)))
}

/** The form token of a visit, masked anew each time so that compression of the page tells nothing about it. */
export function composeFormToken(keyring: Keyring, visit: string): string {
  const mask = takeRandom(32)
  return Buffer.concat([mask, xor(keyring.hmac('csrf', visit), mask)]).toString('base64url')
}

function readFormToken(token: unknown): Buffer | null {
  const bytes = typeof token === 'string' ? Buffer.from(token, 'base64url') : null
  return bytes?.length === 64 ? bytes : null
}

/** Whether a form carries a token at all, of whichever visit. */
export function hasFormToken(token: unknown): boolean {
  return readFormToken(token) !== null
}

export function isFormToken(keyring: Keyring, visit: string | undefined, token: unknown): boolean {
  const bytes = readFormToken(token)
  if (visit === undefined || visit === '' || bytes === null) return false
  return equal(xor(bytes.subarray(32), bytes.subarray(0, 32)), keyring.hmac('csrf', visit))
}

/** A request that changes something must come from our own pages: browsers say so in one of two headers. */
export function isSameOrigin(
  settings: Pick<Settings, 'publicUrl'>,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = headers['origin']
  // `null` is what a form sent under our own referrer policy from a saved page or a sandbox carries.
  if (origin === undefined || origin === settings.publicUrl) return true
  // Without TLS the service is also reached by other names of this machine.
  return settings.publicUrl.startsWith('http:') && origin === `http://${String(headers['host'])}`
}
