/** What is known of a broken rule of the content security policy: nothing that leads to a person, a report or an address. */
export type Violation = { readonly directive: string; readonly blocked: string; readonly area: string }

const mostInOne = 10
const areas: Readonly<Record<string, string>> = { lapor: 'intake', lacak: 'tracking', petugas: 'console' }
const words = new Set(['inline', 'eval', 'wasm-eval', 'self', 'trusted-types-policy', 'trusted-types-sink'])

function readUrl(value: unknown): URL | null {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
}

/** Addresses of reports and links hold secrets, so only the first part of the path, where it is one of ours, leaves this function. */
function nameArea(documentUrl: unknown): string {
  const first = readUrl(documentUrl)?.pathname.split('/')[1] ?? ''
  return Object.hasOwn(areas, first) ? (areas[first] ?? 'other') : 'other'
}

function nameBlocked(blocked: unknown, origin: string): string {
  if (typeof blocked === 'string' && words.has(blocked)) return blocked
  const url = readUrl(blocked)
  if (url === null) return 'unknown'
  if (url.origin === origin) return 'own'
  if (url.protocol === 'http:' || url.protocol === 'https:') return 'outside'
  return url.protocol === 'data:' || url.protocol === 'blob:' ? url.protocol.slice(0, -1) : 'extension'
}

function nameDirective(directive: unknown): string | null {
  const name = typeof directive === 'string' ? (directive.split(' ')[0] ?? '') : ''
  return /^[a-z][a-z-]{2,39}$/.test(name) ? name : null
}

type Fields = Readonly<Record<string, unknown>>

function toFields(value: unknown): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {}
}

/** The two forms in which browsers report: one old object, or a list of the Reporting API. What is neither gives nothing. */
export function readViolations(body: unknown, origin: string): readonly Violation[] {
  const modern = Array.isArray(body)
    ? body
        .slice(0, mostInOne)
        .map(toFields)
        .flatMap((one) => (one['type'] === 'csp-violation' ? [toFields(one['body'])] : []))
    : []
  const old = toFields(toFields(body)['csp-report'])
  const told = [
    ...modern.map((one) => ({ directive: one['effectiveDirective'], blocked: one['blockedURL'], page: one['documentURL'] })),
    { directive: old['effective-directive'] ?? old['violated-directive'], blocked: old['blocked-uri'], page: old['document-uri'] },
  ]
  return told.flatMap(({ directive, blocked, page }) => {
    const name = nameDirective(directive)
    return name === null ? [] : [{ directive: name, blocked: nameBlocked(blocked, origin), area: nameArea(page) }]
  })
}
