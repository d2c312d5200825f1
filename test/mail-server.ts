import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type ArrivedMail = { readonly parsed: ParsedMail; readonly to: readonly string[]; readonly source: string }

export type MailServer = {
  readonly port: number
  readonly arrived: readonly ArrivedMail[]
  /** The next so many mails are refused with this code at MAIL FROM. */
  readonly refuse: (code: number, times: number) => void
  readonly refusals: () => number
  readonly close: () => Promise<void>
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

/** A real mail server on loopback that keeps what it gets. `port` 0: any free one. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const arrived: ArrivedMail[] = []
  let refusal = { code: 451, times: 0 }
  let refusals = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onMailFrom(_address, _session, done) {
      if (refusal.times === 0) return done()
      refusal = { ...refusal, times: refusal.times - 1 }
      refusals += 1
      done(Object.assign(new Error('not now'), { responseCode: refusal.code }))
    },
    onData(stream, session, done) {
      readAll(stream)
        .then(async (source) => {
          const parsed = await simpleParser(source)
          arrived.push({ parsed, to: session.envelope.rcptTo.map(({ address }) => address), source: source.toString('latin1') })
          done()
        })
        .catch((error: unknown) => done(error instanceof Error ? error : new Error('unreadable')))
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    refuse(code, times) {
      refusal = { code, times }
    },
    refusals: () => refusals,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

export type HangingServer = { readonly port: number; readonly callers: () => number; readonly close: () => Promise<void> }

/** Takes the call and never says a word. */
export async function startHangingServer(port = 0): Promise<HangingServer> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    callers: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
