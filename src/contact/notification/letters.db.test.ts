import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client, openSession } from '../../../test/client.ts'
import { demoAddress, submitDemo } from '../../../test/mail-service.ts'
import { addOfficer, createTestService, findOffice, type TestOfficer, type TestService } from '../../../test/service.ts'
import { sendOn } from '../../complaint/casework/index.ts'
import { answerTicket, askComplainant, writeToComplainant } from '../../complaint/conversation/index.ts'
import { changeInTime } from '../../complaint/deadlines/index.ts'
import type { ReportInput } from '../../complaint/intake/index.ts'
import type { TicketEvent } from '../../complaint/record/events.ts'
import { changeTicket, loadById } from '../../complaint/record/index.ts'
import { acknowledgeHop, cancelHop, listBodies, returnHop, sendHop } from '../../complaint/scope/index.ts'
import type { Context } from '../../platform/context.ts'
import { hashToken } from '../../platform/crypto.ts'
import { enqueue } from '../../platform/jobs.ts'
import { ok } from '../../platform/result.ts'
import { loadOutboxMail, type OutboxMail } from './actions.ts'
import { readDeliveries } from './index.ts'

// Without a mail server everything stops in the outbox, where the tests read it as the administrator would.
let service: TestService
let handler: TestOfficer
let officeId: string
beforeAll(async () => {
  service = await createTestService({ at: '2026-11-24T03:00:00Z' })
  officeId = await findOffice(service, 'KANIM-BITUNG')
  handler = await addOfficer(service, [
    { role: 'handler', officeId },
    { role: 'manager', officeId },
  ])
})
afterAll(() => service.close())

async function readMails(ticketId: string): Promise<OutboxMail[]> {
  const deliveries = await service.as(null, (ctx) => readDeliveries(ctx, ticketId))
  const mails = await Promise.all([...deliveries].reverse().map(({ id }) => service.as(null, (ctx) => loadOutboxMail(ctx, id))))
  return mails.filter((mail) => mail !== null)
}

async function submitHere(change: Partial<ReportInput> = {}) {
  return submitDemo(service.services, { officeId, ...change })
}

/** The mails that a deed leads to, beside the receipt. */
async function readNews(change: Partial<ReportInput>, deed: (ctx: Context, ticketId: string) => Promise<unknown>): Promise<OutboxMail[]> {
  const receipt = await submitHere(change)
  await service.runJobs()
  service.clock.advance(60_000)
  await service.as(handler.actor, (ctx) => deed(ctx, receipt.id))
  await service.runJobs()
  return (await readMails(receipt.id)).slice(1)
}

function record(...events: readonly TicketEvent[]) {
  return (ctx: Context, ticketId: string) => changeTicket(ctx, ticketId, () => ok(events))
}

function only(mails: readonly OutboxMail[]): OutboxMail {
  const [mail] = mails
  if (mail === undefined || mails.length > 1) throw new Error(`${mails.length} mails`)
  return mail
}

const registry = 'Dinas Kependudukan dan Pencatatan Sipil (Dukcapil)'

/** The mails about a hand-over that was agreed to, sent, and went on as given. */
async function readHandOver(
  change: Partial<ReportInput>,
  deeds: readonly ((ctx: Context, ticketId: string) => Promise<unknown>)[],
): Promise<readonly OutboxMail[]> {
  const { id } = await submitHere(change)
  const act = (deed: (ctx: Context, ticketId: string) => Promise<unknown>) => service.as(handler.actor, (ctx) => deed(ctx, id))
  await act(async (ctx) => {
    const body = (await listBodies(ctx)).find(({ code }) => code === 'DUKCAPIL')
    const words = {
      reason: 'other_service',
      words: 'rahasia instansi',
      message: 'Kami serahkan.',
      basisWords: 'UU 27/2022 Pasal 20.',
    } as const
    const version = (await loadById(ctx.tx, id))?.standing.version ?? 0
    const done = await sendOn(ctx, {
      ...words,
      ticketId: id,
      version,
      bodyId: body?.id ?? '',
      shares: ['text'],
      asks: false,
      basis: 'public_task',
    })
    expect(done).toMatchObject({ ok: true })
  })
  await service.runJobs()
  const before = (await readMails(id)).length
  for (const deed of [(ctx: Context) => sendHop(ctx, id, ''), ...deeds]) {
    service.clock.advance(60_000)
    const done = await act(deed)
    if (done !== undefined) expect(done).toMatchObject({ ok: true })
    await service.runJobs()
  }
  return (await readMails(id)).slice(before)
}

const link = 'http://127.0.0.1:8080/lacak'

describe('the receipt', () => {
  test('C1 C6: tells number, dates and the way to track in Indonesian, as text and as HTML, and never the code', async () => {
    const receipt = await submitHere()
    await service.runJobs()
    const mail = only(await readMails(receipt.id))
    expect(mail).toMatchObject({
      to: demoAddress,
      letter: 'receipt',
      language: 'id',
      subject: `Laporan ${receipt.number} sudah kami terima`,
    })
    for (const form of [mail.text, mail.html]) {
      expect(form).toContain(receipt.number)
      expect(form).toContain(link)
      expect(form).toContain('24 November 2026 pukul 11.00 WITA')
      expect(form).toContain('Anda mendapat jawaban paling lambat 14 Desember 2026.')
      expect(form).not.toContain(receipt.accessCode)
      expect(form).not.toContain(receipt.accessCode?.replaceAll('-', ''))
    }
    expect(mail.html).toMatch(/^<!doctype html><html lang="id" dir="ltr">/)
  })

  test('C6: is in English for whoever chose English', async () => {
    const receipt = await submitHere({ language: 'en' })
    await service.runJobs()
    const mail = only(await readMails(receipt.id))
    expect(mail).toMatchObject({ language: 'en', subject: `We have received your report ${receipt.number}` })
    expect(mail.text).toContain('You will have an answer by 14 December 2026.')
    expect(mail.html).toContain('<html lang="en"')
  })

  test('C12: does not tell the days of a restricted report, because sixty of them say that staff is complained of', async () => {
    const receipt = await submitHere({ category: 'INT' })
    await service.runJobs()
    const mail = only(await readMails(receipt.id))
    expect(mail.text).toContain(receipt.number)
    expect(mail.text).toContain('Tanggal yang kami janjikan ada di halaman lacak.')
    expect(mail.text).not.toMatch(/paling lambat/)
  })
})

describe('news', () => {
  test('a question is quoted as plain text, with web addresses spoilt', async () => {
    const body = 'Mohon kirim <b>foto</b>.\nBuka https://bayar.example.com dulu.'
    const mail = only(await readNews({}, (ctx, id) => askComplainant(ctx, id, { body })))
    expect(mail.letter).toBe('question')
    expect(mail.text).toContain('> Mohon kirim <b>foto</b>.\n> Buka hxxps://bayar[.]example[.]com dulu.')
    expect(mail.html).toContain('Mohon kirim &lt;b>foto&lt;/b>.<br/>Buka hxxps://bayar[.]example[.]com dulu.')
    expect(mail.html).not.toContain('bayar.example')
  })

  test('a message is passed on', async () => {
    const mail = only(await readNews({}, (ctx, id) => writeToComplainant(ctx, id, { body: 'Paspor sedang dicetak.' })))
    expect(mail).toMatchObject({ letter: 'message' })
    expect(mail.text).toContain('> Paspor sedang dicetak.')
  })

  test('C16 C6: an answer comes with outcome, finding, action and next step, and asks the two questions, in the language of the report', async () => {
    const answer = {
      finding: 'The photo was unreadable.',
      action: 'We scanned it again.',
      remedy: '',
      nextStep: 'Collect it on Friday.',
      outcome: 'no_finding',
    } as const
    const mail = only(await readNews({ language: 'en' }, (ctx, id) => answerTicket(ctx, id, answer)))
    expect(mail).toMatchObject({ letter: 'answer', language: 'en' })
    expect(mail.text).toContain(
      'What we found\n> The photo was unreadable.\n\nWhat we did\n> We scanned it again.\n\nWhat happens next\n> Collect it on Friday.\n\nIf you do not agree\n> You have the right to a second look by somebody who was not involved, within 30 days: until 24 December 2026.',
    )
    expect(mail.text).toContain('Could not be established')
    expect(mail.text).not.toContain('What you get')
    expect(mail.text).toContain(`answer these two short questions at ${link}`)
  })

  test('C17: a second look is told with who takes it and by when, and its answer as the last one, with the way to the Ombudsman', async () => {
    const answer = { finding: 'a', action: 'b', remedy: 'c', nextStep: 'd', outcome: 'partly' } as const
    const mails = await readNews({}, async (ctx, id) => {
      await answerTicket(ctx, id, answer)
      const payload = { words: 'Tanggalnya tidak disebut.', officeId, officeName: 'Kantor Peninjau' }
      await changeInTime<never>(ctx, id, () => ok([{ type: 'ticket.review_opened', payload }]))
      await answerTicket({ ...ctx, now: new Date(ctx.now.getTime() + 60_000) }, id, answer)
    })
    const [first, opened, last] = ['answer', 'review', 'final'].map((letter) => mails.find((mail) => mail.letter === letter))
    expect(mails).toHaveLength(3)
    expect(first?.text).toContain('sampai dengan 24 Desember 2026')
    expect(opened?.text).toContain('Kantor Peninjau melihatnya sekali lagi')
    expect(opened?.text).toContain('paling lambat 24 Desember 2026')
    expect(opened?.text).not.toContain('Tanggalnya tidak disebut')
    expect(last?.text).toContain('Hasil peninjauan\n> Keberatan Anda diterima sebagian')
    expect(last?.text).toContain('Ombudsman RI tanpa biaya')
    expect(last?.text).not.toContain('24 Desember')
  })

  test('C16: handing over to another body is told with who it is, what it says of it, and each way back', async () => {
    const [given, taken] = await readHandOver({}, [
      (ctx, id) => acknowledgeHop(ctx, id, { receiver: 'Loket', reference: 'DK-17 www.x.id', on: null }),
    ])
    expect([given?.letter, taken?.letter]).toEqual(['handed_over', 'taken_on'])
    expect(given?.text).toContain(`sudah kami serahkan ke ${registry}.`)
    expect(given?.text).toContain('Kami menunggu tanda terimanya sampai ')
    expect(taken?.text).toContain(`${registry} menyatakan sudah menerima`)
    expect(taken?.text).toContain('> Nomor rujukan di sana: DK-17 www[.]x[.]id')
    for (const mail of [given, taken])
      for (const words of ['rahasia instansi', 'Loket']) expect(`${mail?.text}${mail?.html}`).not.toContain(words)
    const back = (await readHandOver({ language: 'en' }, [(ctx, id) => returnHop(ctx, id, 'Not ours.')])).at(-1)
    expect(back).toMatchObject({ letter: 'given_back', language: 'en' })
    expect(back?.text).toContain('Civil registry office (Dukcapil) gave back your report')
    expect(back?.text).toContain('> Not ours.')
    const kept = (await readHandOver({}, [cancelHop])).at(-1)
    expect(kept?.letter).toBe('kept')
    expect(kept?.text).toContain(`tidak jadi diserahkan ke ${registry}.`)
  })

  test('C16: a body that does not acknowledge in time is told of, once', async () => {
    const late = async () => {
      service.clock.advance(8 * 86_400_000)
      for (const _ of [1, 2]) await service.runJob('deadlines.watch')
    }
    const mails = await readHandOver({}, [late])
    expect(mails.map(({ letter }) => letter)).toEqual(['handed_over', 'unacknowledged'])
    expect(mails[1]?.text).toContain(`${registry} belum menyatakan menerima`)
  })

  test('C12: of a secret report handed over a mail says only that there is news', async () => {
    const mails = await readHandOver({ secret: true }, [(ctx, id) => returnHop(ctx, id, 'Bukan kami.')])
    expect(mails.map(({ letter }) => letter)).toEqual(['news', 'news'])
    for (const { text, html, subject } of mails)
      for (const words of ['Dukcapil', 'instansi', 'serah', 'kembali', 'Bukan kami']) expect(text + html + subject).not.toContain(words)
  })

  test('moving, archiving, closing and withdrawing are told', async () => {
    const checking: TicketEvent = { type: 'ticket.checking_started', payload: {} }
    const moved = only(
      await readNews(
        {},
        record(checking, {
          type: 'ticket.office_changed',
          payload: { fromOfficeId: officeId, toOfficeId: officeId, toOfficeName: 'Kantor Demo', words: 'rahasia kantor' },
        }),
      ),
    )
    expect(moved.text).toContain('kini ditangani oleh Kantor Demo.')
    expect(moved.text).not.toContain('rahasia kantor')
    const archived = only(
      await readNews({}, record({ type: 'ticket.archived', payload: { reason: 'duplicate', words: 'Sama dengan laporan kemarin.' } })),
    )
    expect(archived.text).toContain('Alasannya: Sama dengan laporan lain.\n\n> Sama dengan laporan kemarin.')
    const withdrawn = only(await readNews({}, record({ type: 'ticket.withdrawn', payload: { words: '' } })))
    expect(withdrawn.letter).toBe('withdrawn')
    const answer = { finding: 'a', action: 'b', remedy: '', nextStep: 'c', outcome: 'noted' } as const
    const mails = await readNews({}, async (ctx, id) => {
      await answerTicket(ctx, id, answer)
      await record({ type: 'ticket.closed', payload: { reason: 'solved', words: '' } })(ctx, id)
    })
    expect(mails.map(({ letter }) => letter).sort()).toEqual(['answer', 'closed'])
    expect(mails.find(({ letter }) => letter === 'closed')?.text).toContain('Masalahnya sudah selesai.')
  })

  test('C12: of a secret report a mail says only that there is news for the number', async () => {
    const body = 'Isi yang tidak boleh bocor'
    const mail = only(await readNews({ secret: true }, (ctx, id) => askComplainant(ctx, id, { body })))
    expect(mail.letter).toBe('news')
    expect(mail.subject).toMatch(/^Ada kabar untuk laporan 26-/)
    expect(mail.text + mail.html).not.toMatch(/bocor|bertanya|Petugas menulis/)
  })

  test('C12: of a report in a sensitive category too', async () => {
    const mail = only(
      await readNews({}, async (ctx, id) => {
        const dueAt = new Date('2027-02-01T00:00:00Z').toISOString()
        await record({ type: 'ticket.reclassified', payload: { category: 'INT', class: 'OVR', restricted: true, dueAt } })(ctx, id)
        await answerTicket(ctx, id, { finding: 'bocor', action: 'bocor', remedy: 'bocor', nextStep: 'bocor', outcome: 'substantiated' })
      }),
    )
    expect(mail.letter).toBe('news')
    expect(mail.text + mail.html).not.toContain('bocor')
  })
})

describe('no mail', () => {
  test.each([
    ['is anonymous', { anonymous: true }],
    ['gave no identity', { unidentified: true }],
    ['gave no address', { contact: { name: 'Demo Siti', email: '', phone: '0812' } }],
  ])('C12: goes to whoever %s', async (_, change) => {
    const receipt = await submitHere(change)
    await service.as(handler.actor, (ctx) => askComplainant(ctx, receipt.id, { body: 'Kapan kejadiannya?' }))
    await service.runJobs()
    const { rows } = await service.owner.query('select from notification_mail where ticket_id = $1', [receipt.id])
    expect(rows).toHaveLength(0)
  })

  test('is written twice when a listener runs twice', async () => {
    const receipt = await submitHere()
    const jobs =
      await service.owner.query(`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'events.deliver'`)
    await service.runJobs()
    await service.as(null, (ctx) => enqueue(ctx, 'events.deliver', jobs.rows[0].payload as object))
    await service.runJobs()
    expect(await readMails(receipt.id)).toHaveLength(1)
  })
})

describe('what lies in the database', () => {
  test('C14 E1: the mail is sealed, bound to its row, and neither queue nor trail hold address, words or number', async () => {
    const receipt = await submitHere({ contact: { name: 'Demo Canary', email: 'canary.address@example.org', phone: '' } })
    await service.as(handler.actor, (ctx) => askComplainant(ctx, receipt.id, { body: 'canary-question' }))
    const seen: string[] = []
    for (let round = 0; round < 3; round += 1) {
      const { rows } = await service.owner.query(`select row_to_json(j)::text as text from graphile_worker._private_jobs j`)
      seen.push(...rows.map((row) => String((row as { text: string }).text)))
      await service.runJobs()
    }
    const { rows: mails } = await service.owner.query(
      `select encode(sealed, 'escape') || row_to_json(m)::text as text from notification_mail m`,
    )
    const { rows: trail } = await service.owner.query('select row_to_json(t)::text as text from trail_entry t')
    seen.push(...[...mails, ...trail].map((row) => String((row as { text: string }).text)))
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.join('\n')).not.toMatch(/canary/i)
    expect(await readMails(receipt.id)).toHaveLength(2)
    await service.owner.query(
      `update notification_mail a set sealed = b.sealed from notification_mail b where a.ticket_id = $1 and b.ticket_id = $1 and a.id <> b.id`,
      [receipt.id],
    )
    await expect(readMails(receipt.id)).rejects.toThrow('seal_broken')
  })
})

describe('K3: a part with a number of its own', () => {
  let desk: Client
  beforeAll(async () => {
    desk = new Client(service.app)
  })

  async function splitHere(change: Partial<ReportInput> = {}) {
    const whole = await submitHere({ text: 'Paspor terlambat. Petugas meminta uang.', ...change })
    await openSession(service, desk, handler.id)
    await desk.get('/petugas')
    const cut = { text: 'Paspor terlambat.', kind: 'complaint', category: 'PSP.06', office: officeId, words: 'Dua perkara.', version: '1' }
    const done = await desk.post(`/petugas/laporan/${whole.id}/pecah`, cut)
    if (done.status !== 303) throw new Error(`not split: ${done.status}`)
    await service.runJobs()
    const { rows } = await service.owner.query<{ id: string; part: string; number: string }>(
      'select s.id, t.id as part, t.number from split_part s join record_ticket t on t.id = s.part_id where s.ticket_id = $1',
      [whole.id],
    )
    const [row] = rows
    if (row === undefined) throw new Error('nothing was split off')
    return { whole, ...row }
  }

  test('is told of by one letter with both numbers, in place of a receipt, and without any code', async () => {
    const { whole, part, number } = await splitHere()
    const mail = only(await readMails(part))
    expect(mail).toMatchObject({ letter: 'split', subject: `Sebagian laporan Anda kini bernomor ${number}` })
    for (const form of [mail.text, mail.html]) {
      expect([form.includes(whole.number), form.includes(number), form.includes(link)]).toEqual([true, true, true])
      expect([form.includes('Paspor'), form.includes(whole.accessCode ?? '-')]).toEqual([false, false])
    }
  })

  test('C12: a secret one is told of as well, and nobody hidden is written to', async () => {
    expect(only(await readMails((await splitHere({ secret: true })).part)).letter).toBe('split')
    expect(await readMails((await splitHere({ anonymous: true })).part)).toEqual([])
  })

  test('undone, it is told where the answer comes', async () => {
    const { whole, id, part, number } = await splitHere()
    expect((await desk.post(`/petugas/laporan/${whole.id}/pecah/${id}/batal`, {})).status).toBe(303)
    await service.runJobs()
    const mail = (await readMails(part)).find(({ letter }) => letter === 'rejoined')
    expect(mail).toMatchObject({ letter: 'rejoined', subject: `Laporan ${number} ditangani lagi bersama ${whole.number}` })
  })
})

describe('the link for whoever lost the code', () => {
  async function requestLink(ticketId: string): Promise<void> {
    await service.as(null, async (ctx) => {
      const sealedToken = ctx.keyring.seal('recovery-token', 'demo-token', ticketId).toString('base64')
      await enqueue(ctx, 'notification.recovery', { ticketId, sealedToken, language: 'en' })
      await enqueue(ctx, 'notification.recovery', { ticketId, sealedToken, language: 'en' })
    })
    await service.runJobs()
  }

  test('P7: comes once by mail, says how long it works, and the cause of the mail opens nothing', async () => {
    const receipt = await submitHere({ contact: { name: 'Demo Siti', email: 'siti@demo.example', phone: '' } })
    await service.runJobs()
    await requestLink(receipt.id)
    const mails = (await readMails(receipt.id)).filter(({ letter }) => letter === 'recovery')
    const mail = only(mails)
    expect(mail.text).toContain(`${link}/pemulihan/demo-token\n`)
    expect(mail.html).toContain(`href="${link}/pemulihan/demo-token"`)
    expect(mail.text).toContain('15 minutes')
    const { rows } = await service.owner.query('select cause from notification_mail where id = $1', [mail.id])
    expect(rows).toEqual([{ cause: `recovery:${hashToken('demo-token').toString('base64url')}` }])
  })

  test('L3: is not for the administrator who reads the outbox', async () => {
    const receipt = await submitHere()
    const sealedToken = await service.as(null, async (ctx) =>
      ctx.keyring.seal('recovery-token', 'other-token', receipt.id).toString('base64'),
    )
    await service.as(null, (ctx) => enqueue(ctx, 'notification.recovery', { ticketId: receipt.id, sealedToken, language: 'id' }))
    await service.runJobs()
    const mail = only((await readMails(receipt.id)).filter(({ letter }) => letter === 'recovery'))
    expect(JSON.stringify(mail)).not.toMatch(/other-token|demo\.siti/)
  })

  test('C12: does not come for an anonymous complainant', async () => {
    const receipt = await submitHere({ anonymous: true })
    await requestLink(receipt.id)
    expect((await service.owner.query('select from notification_mail where ticket_id = $1', [receipt.id])).rows).toHaveLength(0)
  })
})
