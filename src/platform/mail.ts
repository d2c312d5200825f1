import { createTransport } from 'nodemailer'
import { MailError, toMailError } from './mail-error.ts'
import { checkMail, type Mail } from './mail-rules.ts'

export { MailError } from './mail-error.ts'
export type { Mail } from './mail-rules.ts'

export type MailSettings = {
  /** `smtp://user:password@host:587` or `smtps://…:465`; null means that no mail leaves the house. */
  readonly smtpUrl: string | null
  /** Sender with or without a display name. */
  readonly from: string
}

export type Mailer = {
  /**
   * `outbox`: nothing was sent, the caller keeps the mail where the administrator can read it.
   * `response`: the server's last line without any address, at most 200 characters.
   * Throws MailError. A connection lost right after the text was handed over counts as temporary: the mail may then arrive twice, under the same messageId.
   */
  readonly send: (mail: Mail) => Promise<{ readonly delivered: 'smtp' | 'outbox'; readonly response: string }>
  readonly close: () => void
}

export function createMailer(settings: MailSettings): Mailer {
  if (settings.smtpUrl === null) {
    return {
      send(mail) {
        const problem = checkMail(mail)
        return problem ? Promise.reject(new MailError('permanent', problem)) : Promise.resolve({ delivered: 'outbox', response: 'outbox' })
      },
      close: () => undefined,
    }
  }
  return createSmtpMailer(new URL(settings.smtpUrl), settings.from)
}

function createSmtpMailer(url: URL, from: string): Mailer {
  const transport = createTransport(buildOptions(url))
  return {
    async send(mail) {
      const problem = checkMail(mail)
      if (problem) throw new MailError('permanent', problem)
      try {
        const info = await transport.sendMail(buildMessage(mail, from))
        return { delivered: 'smtp', response: maskResponse(info.response) }
      } catch (error) {
        throw toMailError(error)
      }
    },
    close: () => transport.close(),
  }
}

function buildOptions(url: URL) {
  const secure = url.protocol === 'smtps:'
  const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
  return {
    pool: true as const,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // Letters about complaints never cross a network in clear. On loopback there is no network, and local relays have no certificate.
    requireTLS: !secure && !loopback,
    ignoreTLS: !secure && loopback,
    tls: { minVersion: 'TLSv1.2' as const },
    ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    maxConnections: 3,
    // The job queue decides on retries; a second, hidden one inside the pool would send twice.
    maxRequeues: 0,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function buildMessage(mail: Mail, from: string) {
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    xMailer: false as const,
    headers: {
      ...mail.headers,
      // RFC 3834: keeps holiday replies and mail loops away.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.locale,
    },
  }
}

function maskResponse(response: string): string {
  return response
    .replace(/[^\s<>]+@[^\s<>]+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 200)
}
