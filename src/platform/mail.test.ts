import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createMailer, type Mail, MailError, type Mailer } from './mail.ts'

const mail: Mail = {
  to: 'demo.siti@example.org',
  subject: 'Laporan Anda sudah kami terima – terima kasih',
  text: 'Nomor laporan Anda: IMI-7',
  html: '<p>Nomor laporan Anda: <b>IMI-7</b></p>',
  messageId: '<receipt.7@tanggap.example>',
  locale: 'id',
}

type Received = { readonly parsed: ParsedMail; readonly recipients: readonly string[] }

const toClose: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

async function startServer(options: SMTPServerOptions = {}): Promise<{ readonly port: number; readonly received: Received[] }> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream).then(
        (parsed) => {
          received.push({ parsed, recipients: session.envelope.rcptTo.map((each) => each.address) })
          done()
        },
        (error: unknown) => done(error instanceof Error ? error : new Error('unreadable')),
      )
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  toClose.push(() => new Promise<void>((resolve) => server.close(resolve)))
  return { port: (server.server.address() as AddressInfo).port, received }
}

function only(received: readonly Received[]): Received {
  const [first] = received
  if (!first || received.length > 1) throw new Error(`${received.length} mails arrived`)
  return first
}

function openMailer(port: number, credentials = ''): Mailer {
  const mailer = createMailer({ smtpUrl: `smtp://${credentials}127.0.0.1:${port}`, from: 'Tanggap <tanggap@example.org>' })
  toClose.push(() => mailer.close())
  return mailer
}

async function failureOf(mailer: Mailer, failing: Mail = mail): Promise<MailError> {
  try {
    await mailer.send(failing)
  } catch (error) {
    if (error instanceof MailError) return error
    throw error
  }
  throw new Error('the mail was sent')
}

function refuse(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code })
}

describe('mail over SMTP', () => {
  it('arrives with text and HTML, under the given id, marked as automatic and in its language', async () => {
    const { port, received } = await startServer()
    const sent = await openMailer(port).send({ ...mail, headers: { 'In-Reply-To': '<earlier@tanggap.example>' } })
    expect(sent.delivered).toBe('smtp')
    expect(sent.response).toMatch(/^250 /)
    const { parsed, recipients } = only(received)
    expect(recipients).toEqual(['demo.siti@example.org'])
    expect(parsed.subject).toBe(mail.subject)
    expect((parsed.text ?? '').trim()).toBe(mail.text)
    expect(parsed.html).toBe(mail.html)
    expect(parsed.messageId).toBe(mail.messageId)
    expect(parsed.from?.text).toBe('"Tanggap" <tanggap@example.org>')
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.headers.get('content-language')).toBe('id')
    expect(parsed.inReplyTo).toBe('<earlier@tanggap.example>')
    expect(parsed.headers.has('x-mailer')).toBe(false)
  })

  it('sends exactly the same message id at a second attempt', async () => {
    let attempts = 0
    const { port, received } = await startServer({
      onMailFrom(_address, _session, done) {
        attempts += 1
        done(attempts === 1 ? refuse(451, 'try later') : null)
      },
    })
    const mailer = openMailer(port)
    expect(await failureOf(mailer)).toMatchObject({ kind: 'temporary', code: 'smtp_451' })
    await mailer.send(mail)
    expect(received.map((each) => each.parsed.messageId)).toEqual([mail.messageId])
  })

  it('C14 masks addresses in what the server answers', async () => {
    const { port } = await startServer({
      onData(stream, _session, done) {
        stream.resume()
        stream.on('end', () => (done as (error: null, message: string) => void)(null, 'queued for <demo.siti@example.org> as 7F3'))
      },
    })
    const { response } = await openMailer(port).send(mail)
    expect(response).toContain('7F3')
    expect(response).not.toContain('siti')
  })
})

describe('mail that is not taken', () => {
  it('is temporary after 4xx and permanent after 5xx, at the recipient and at the text', async () => {
    for (const [code, kind] of [
      [450, 'temporary'],
      [552, 'permanent'],
      [550, 'permanent'],
    ] as const) {
      const atRecipient = await startServer({ onRcptTo: (_to, _session, done) => done(refuse(code, 'no <demo.siti@example.org>')) })
      expect(await failureOf(openMailer(atRecipient.port))).toMatchObject({ kind, code: `smtp_${code}` })
      const atText = await startServer({
        onData(stream, _session, done) {
          stream.resume()
          stream.on('end', () => done(refuse(code, 'no')))
        },
      })
      expect(await failureOf(openMailer(atText.port))).toMatchObject({ kind, code: `smtp_${code}` })
    }
  })

  it('is temporary when the server is down, hangs up, or does not know our password', async () => {
    const gone = await startServer()
    await toClose.pop()?.()
    expect(await failureOf(openMailer(gone.port))).toMatchObject({ kind: 'temporary', code: 'ESOCKET' })

    const dropping = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => dropping.listen(0, '127.0.0.1', resolve))
    toClose.push(() => new Promise<void>((resolve) => void dropping.close(() => resolve())))
    expect((await failureOf(openMailer((dropping.address() as AddressInfo).port))).kind).toBe('temporary')

    const closed = await startServer({ onAuth: (_auth, _session, done) => done(refuse(535, 'wrong')), allowInsecureAuth: true })
    expect(await failureOf(openMailer(closed.port, 'demo:wrong@'))).toMatchObject({ kind: 'temporary', code: 'smtp_535' })
  })

  it('is not tried a second time behind the back of the job queue', async () => {
    let connections = 0
    const dropping = createServer((socket) => {
      connections += 1
      socket.destroy()
    })
    await new Promise<void>((resolve) => dropping.listen(0, '127.0.0.1', resolve))
    toClose.push(() => new Promise<void>((resolve) => void dropping.close(() => resolve())))
    await failureOf(openMailer((dropping.address() as AddressInfo).port))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(connections).toBe(1)
  })

  it('C14 says nothing of the person or the text in its error', async () => {
    const { port } = await startServer({ onRcptTo: (_to, _session, done) => done(refuse(550, 'unknown user demo.siti@example.org')) })
    const failure = await failureOf(openMailer(port))
    const everything = JSON.stringify([failure, failure.message, failure.stack, failure.cause, Object.entries(failure)])
    expect(everything).not.toContain('siti')
    expect(everything).not.toContain('IMI-7')
  })
})

describe('header injection', () => {
  it('is refused before anything reaches the server', async () => {
    const { port, received } = await startServer()
    const mailer = openMailer(port)
    const attempts: readonly [Partial<Mail>, string][] = [
      [{ to: 'demo@example.org, other@example.org' }, 'mail_bad_recipient'],
      [{ to: 'demo@example.org\r\nBcc: other@example.org' }, 'mail_bad_recipient'],
      [{ to: 'Demo <demo@example.org>' }, 'mail_bad_recipient'],
      [{ to: '"demo@example.org other"@example.org' }, 'mail_bad_recipient'],
      [{ to: '' }, 'mail_bad_recipient'],
      [{ subject: 'Halo\r\nBcc: other@example.org' }, 'mail_bad_header'],
      [{ subject: 'Halo\nX: y' }, 'mail_bad_header'],
      [{ locale: 'id\r\nBcc: other@example.org' }, 'mail_bad_header'],
      [{ headers: { 'X-Demo': 'a\r\n\r\nsecond text' } }, 'mail_bad_header'],
      [{ headers: { 'X-Demo: a\r\nBcc': 'other@example.org' } }, 'mail_bad_header'],
      [{ headers: { BCC: 'other@example.org' } }, 'mail_bad_header'],
      [{ headers: { 'Content-Type': 'text/plain' } }, 'mail_bad_header'],
      [{ messageId: '<a@b>\r\nBcc: other@example.org' }, 'mail_bad_message_id'],
      [{ messageId: 'no brackets' }, 'mail_bad_message_id'],
    ]
    const outbox = createMailer({ smtpUrl: null, from: 'tanggap@example.org' })
    for (const [change, code] of attempts) {
      expect(await failureOf(mailer, { ...mail, ...change }), JSON.stringify(change)).toMatchObject({ kind: 'permanent', code })
      expect(await failureOf(outbox, { ...mail, ...change })).toMatchObject({ kind: 'permanent', code })
    }
    expect(received).toHaveLength(0)
  })
})

describe('protection on the way', () => {
  // 0.0.0.0 reaches the same test server, but its name does not say that it is this machine.
  async function failAbroad(options: SMTPServerOptions): Promise<MailError> {
    const { port, received } = await startServer(options)
    const mailer = createMailer({ smtpUrl: `smtp://0.0.0.0:${port}`, from: 'tanggap@example.org' })
    toClose.push(() => mailer.close())
    const failure = await failureOf(mailer)
    expect(received).toHaveLength(0)
    return failure
  }

  it('is demanded from every server that is not on this machine', async () => {
    expect(await failAbroad({ disabledCommands: ['STARTTLS'] })).toMatchObject({ kind: 'temporary', code: 'smtp_500' })
  })

  it('does not count when the certificate is nobody we know', async () => {
    expect(await failAbroad({ disabledCommands: [] })).toMatchObject({ kind: 'temporary', code: 'ESOCKET' })
  })
})

describe('mail without SMTP', () => {
  it('goes to the outbox of the caller', async () => {
    const mailer = createMailer({ smtpUrl: null, from: 'tanggap@example.org' })
    expect(await mailer.send(mail)).toEqual({ delivered: 'outbox', response: 'outbox' })
    mailer.close()
  })
})
