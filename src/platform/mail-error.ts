/**
 * Why a mail was not handed over. `temporary`: try again later (4xx, network, TLS, our own sign-in at the server). `permanent`: this mail
 * will never be taken (5xx for its recipient or content, or refused here). Neither message nor properties hold an address or any text of the mail.
 */
export class MailError extends Error {
  readonly kind: 'temporary' | 'permanent'
  /** `smtp_550`, a network code such as `ECONNREFUSED`, or the rule the mail broke. */
  readonly code: string
  constructor(kind: 'temporary' | 'permanent', code: string) {
    super(`${kind}: ${code}`)
    this.name = 'MailError'
    this.kind = kind
    this.code = code
  }
}

/** Faults of the connection or of our configuration: the mail itself is good and waits until somebody repairs them. */
const notThisMail: ReadonlySet<string> = new Set(['EAUTH', 'ENOAUTH', 'ETLS', 'EREQUIRETLS', 'EPROTOCOL', 'ECONFIG'])

/** The library's error carries recipients and server lines, so only its codes are taken over and no cause is kept. */
export function toMailError(error: unknown): MailError {
  const code = readCode(error)
  const response = readResponseCode(error)
  if (response === null) return new MailError('temporary', code ?? 'unknown')
  const permanent = response >= 500 && !(code !== null && notThisMail.has(code))
  return new MailError(permanent ? 'permanent' : 'temporary', `smtp_${response}`)
}

function readCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return /^[A-Z_0-9]{2,40}$/.test(error.code) ? error.code : null
}

function readResponseCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('responseCode' in error) || typeof error.responseCode !== 'number') return null
  return error.responseCode
}
