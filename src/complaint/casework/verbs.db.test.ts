import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { type TicketState, ticketStates } from '../record/rules.ts'
import { fitsState, type Verb, verbPermissions, verbs } from './rules.ts'
import { verbHref } from './urls.ts'

let service: TestService
let bitung: string
let tarakan: string
let body: string
let manager: Console
let handler: Console
let intake: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  body = (await service.owner.query<{ id: string }>(`select id from scope_body where code = 'POLRI'`)).rows[0]?.id ?? ''
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  handler = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  intake = await openConsole(service, [{ role: 'intake', officeId: bitung }], 'Demo Wati')
})
afterAll(() => service.close())

const answer = {
  finding: 'Berkas tercecer.',
  action: 'Berkas ditemukan.',
  remedy: 'Tanpa biaya.',
  nextStep: 'Ambil besok.',
  outcome: 'substantiated',
}

/** Fields that make each verb complete, so that only right and state can refuse it. */
function fieldsOf(verb: Verb, version: string, numbers = ''): Readonly<Record<string, string>> {
  const fields: Partial<Record<Verb, Readonly<Record<string, string>>>> = {
    assign: { officer: handler.officer.id },
    release: { words: 'Saya cuti mulai besok.', version },
    ask: { body: 'Kapan Anda datang?' },
    write: { body: 'Kami sedang memeriksa.' },
    note: { body: 'Sudah ditelepon.' },
    answer: { ...answer, version },
    close: { reason: 'solved', version },
    archive: { reason: 'duplicate', words: 'Sama dengan laporan lain.', version },
    transfer: { office: tarakan, words: 'Terjadi di Tarakan.', version },
    send_on: {
      body,
      reason: 'crime',
      words: 'Mohon ditangani.',
      message: 'Bolehkah kami menyerahkannya?',
      share: 'text',
      consent: 'ask',
      version,
    },
    extend: { days: '2', reason: 'expert', words: 'Menunggu ahli.', version },
    reclassify: { category: 'ITK.01', version },
    grade: { severity: 'high', reasons: 'threat', version },
    merge: { numbers, version },
    split: {
      text: 'Paspor anak saya terlambat.',
      kind: 'complaint',
      category: 'PSP.06',
      office: tarakan,
      words: 'Hanya paspornya.',
      version,
    },
    link: { number: numbers, relation: 'related', words: 'Loket yang sama.' },
  }
  return fields[verb] ?? {}
}

/** Where each verb leads; the rest leave the ticket where it is. */
const leadsTo: Partial<Record<Verb, TicketState>> = {
  investigate: 'investigating',
  ask: 'waiting_complainant',
  answer: 'answered',
  close: 'closed',
  reopen: 'investigating',
  archive: 'archived',
  unarchive: 'checking',
  transfer: 'checking',
  send_on: 'waiting_complainant',
  unmerge: 'checking',
}
const leadsOnlyFromNew: Partial<Record<Verb, TicketState>> = { take: 'assigned', assign: 'assigned' }

function expectState(verb: Verb, from: TicketState): TicketState {
  if (verb === 'release') return from === 'submitted' || from === 'waiting_complainant' ? from : 'checking'
  const to = leadsTo[verb]
  if (to !== undefined) return to
  return from === 'submitted' || from === 'checking' ? (leadsOnlyFromNew[verb] ?? from) : from
}

async function readState(id: string): Promise<{ state: string; version: number }> {
  const { rows } = await service.owner.query<{ state: string; version: number }>('select state, version from record_ticket where id = $1', [
    id,
  ])
  if (rows[0] === undefined) throw new Error('the ticket is gone')
  return rows[0]
}

/** Puts a ticket into a state past every action; a merged one into another of its unit, from checking. Gives that other one's number. */
async function putInto(
  id: string,
  state: TicketState,
  change: { readonly version: number; readonly holder: string | null },
): Promise<string> {
  const other = await sendReport(service, { officeId: bitung })
  await service.owner.query('update record_ticket set state = $2, owed = false, version = $3, assignee_id = $4 where id = $1', [
    id,
    state,
    change.version,
    change.holder,
  ])
  if (state === 'merged')
    await service.owner.query(
      `insert into joining_merge (id, ticket_id, survivor_id, at, officer_id, before_state) values (gen_random_uuid(), $1, $2, $3, $4, 'checking')`,
      [id, other.id, service.clock.now(), manager.officer.id],
    )
  return other.number
}

describe('K4: all verbs in all states', () => {
  test.each(verbs)(
    '%s passes along the table and nowhere else, whatever is posted',
    async (verb) => {
      for (const state of ticketStates) {
        const { id } = await sendReport(service, { officeId: bitung })
        const holder = verb === 'release' || state === 'in_review' ? manager.officer.id : null
        const numbers = await putInto(id, state, { version: 7, holder })
        for (const who of [intake, handler, manager]) {
          const may = who.officer.actor.permissions.has(verbPermissions[verb])
          if (may && who !== manager) continue
          const { status } = await who.client.post(verbHref(id, verb), fieldsOf(verb, '7', numbers))
          const fits = fitsState(verb, state)
          expect(status, `${verb} in ${state}`).toBe(!may ? 403 : fits ? 303 : 409)
          expect(await readState(id), `${verb} in ${state}`).toEqual(
            may && fits ? { state: expectState(verb, state), version: expect.any(Number) } : { state, version: 7 },
          )
        }
      }
    },
    60_000,
  )

  test('a button is shown exactly where its verb passes', async () => {
    for (const state of ticketStates) {
      const { id } = await sendReport(service, { officeId: bitung })
      await putInto(id, state, { version: 1, holder: state === 'in_review' ? manager.officer.id : null })
      const { body } = await manager.client.get(`/petugas/laporan/${id}`)
      for (const verb of verbs) {
        const shown = body.includes(`"${verbHref(id, verb)}"`) || body.includes(`"${verbHref(id, verb)}/periksa"`)
        // Nobody has it, so there is nothing to give back.
        expect(shown, `${verb} in ${state}`).toBe(verb !== 'release' && fitsState(verb, state))
      }
    }
  }, 60_000)
})

describe('C16: an honest end', () => {
  test.each(['finding', 'action', 'remedy', 'nextStep', 'outcome'])(
    'an answer without %s is refused, and what was typed stays',
    async (part) => {
      const { id } = await sendReport(service, { officeId: bitung })
      const since = await watchTrail(service)
      const answered = await handler.client.post(verbHref(id, 'answer'), { ...answer, version: '1', [part]: ' ' })
      expect(answered.status).toBe(422)
      for (const [name, value] of Object.entries(answer))
        if (name !== part) expect(answered.body).toContain(name === 'outcome' ? `value="${value}" selected` : value)
      expect(answered.body).toContain('Ada satu hal yang perlu diperbaiki')
      expect((await readState(id)).state).toBe('submitted')
      expect((await since()).map(({ event, outcome, reason }) => ({ event, outcome, reason }))).toEqual([
        { event: 'ticket.answered', outcome: 'refused', reason: part === 'remedy' ? 'remedy_missing' : 'invalid' },
      ])
    },
  )

  test('the preview too asks for what is missing, and a reasoned none is a remedy', async () => {
    const { id } = await sendReport(service, { officeId: bitung, language: 'en' })
    const preview = (remedy: string) => handler.client.post(`${verbHref(id, 'answer')}/periksa`, { ...answer, remedy, version: '1' })
    const refused = await preview(' ')
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Bila tidak ada, tulis mengapa.')
    const shown = await preview('Tidak ada biaya yang keluar.')
    expect(shown.status).toBe(200)
    expect(shown.body).toContain(
      'You have the right to a second look by somebody who was not involved, within 30 days: until 24 December 2026.',
    )
  })

  test('what was never answered cannot be closed, and what is not solved not without a word', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    expect((await handler.client.post(verbHref(id, 'close'), { reason: 'solved', version: '1' })).status).toBe(409)
    expect((await handler.client.post(verbHref(id, 'answer'), { ...answer, version: '1' })).status).toBe(303)
    const { version } = await readState(id)
    const refused = await handler.client.post(verbHref(id, 'close'), { reason: 'not_solved', version: String(version) })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Jelaskan alasannya.')
    expect(
      (
        await handler.client.post(verbHref(id, 'close'), {
          reason: 'not_solved',
          words: 'Di luar wewenang kami.',
          version: String(version),
        })
      ).status,
    ).toBe(303)
    expect((await readState(id)).state).toBe('closed')
  })

  test('an archive needs a listed reason and words (domain rule 25)', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    expect((await handler.client.post(verbHref(id, 'archive'), { words: 'x', version: '1' })).status).toBe(422)
    expect((await handler.client.post(verbHref(id, 'archive'), { reason: 'because', words: 'x', version: '1' })).status).toBe(422)
    expect((await handler.client.post(verbHref(id, 'archive'), { reason: 'duplicate', version: '1' })).status).toBe(422)
    expect(
      (await handler.client.post(verbHref(id, 'archive'), { reason: 'duplicate', words: 'Sama dengan yang kemarin.', version: '1' }))
        .status,
    ).toBe(303)
  })
})

describe('K1: words for the complainant are looked at before they are sent', () => {
  test('the preview says it in the complainant’s language, sends nothing, and leads on or back', async () => {
    const { id } = await sendReport(service, { officeId: bitung, language: 'en' })
    const preview = await handler.client.post(`${verbHref(id, 'answer')}/periksa`, { ...answer, version: '1' })
    expect(preview.status).toBe(200)
    expect(preview.body).toContain('lang="en"')
    expect(preview.body).toMatch(/What we found[\s\S]*Berkas tercecer/)
    expect(preview.body).toContain('Mudah dibaca')
    expect(await readState(id)).toEqual({ state: 'submitted', version: 1 })
    const back = await handler.client.post(`${verbHref(id, 'answer')}/periksa/ubah`, { ...answer, version: '1' })
    expect(back.status).toBe(200)
    expect(back.body).toContain('>Berkas tercecer.</textarea>')
    const sent = await handler.client.post(verbHref(id, 'answer'), { ...answer, version: '1' })
    expect(sent.location).toBe(`/petugas/laporan/${id}`)
    expect((await readState(id)).state).toBe('answered')
  })

  test('a question is previewed too, and an empty one never gets so far', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    expect((await handler.client.post(`${verbHref(id, 'ask')}/periksa`, { body: '  ' })).status).toBe(422)
    const preview = await handler.client.post(`${verbHref(id, 'ask')}/periksa`, { body: 'Kapan <b>Anda</b> datang?' })
    expect(preview.body).toContain('Kapan &lt;b>Anda&lt;/b> datang?')
    expect((await handler.client.post(`${verbHref(id, 'ask')}/periksa`, { body: 'x'.repeat(10_001) })).status).toBe(422)
    expect((await readState(id)).version).toBe(1)
  })
})

describe('K2: two officers at once', () => {
  test.each<[Verb, Readonly<Record<string, string>>]>([
    ['answer', { ...answer, finding: 'Yang saya ketik tadi.' }],
    ['archive', { reason: 'duplicate', words: 'Yang saya ketik tadi.' }],
    ['transfer', { words: 'Yang saya ketik tadi.' }],
  ])('a stale %s shows what changed, keeps what was typed, and goes through the second time', async (verb, fields) => {
    const { id } = await sendReport(service, { officeId: bitung })
    const typed = verb === 'transfer' ? { ...fields, office: tarakan } : fields
    await manager.client.post(verbHref(id, 'assign'), { officer: handler.officer.id })
    const since = await watchTrail(service)
    const conflict = await manager.client.post(verbHref(id, verb), { ...typed, version: '1' })
    expect(conflict.status).toBe(409)
    expect(conflict.body).toContain('Laporan ini berubah sejak Anda membukanya')
    expect(conflict.body).toContain('Ditugaskan kepada Demo Rani')
    expect(conflict.body).toContain('Yang saya ketik tadi.')
    expect((await since()).map(({ outcome, reason, object_id }) => ({ outcome, reason, object_id }))).toEqual([
      { outcome: 'refused', reason: 'stale', object_id: id },
    ])
    const version = /name="version" value="(\d+)"/.exec(conflict.body)?.[1] ?? ''
    expect(Number(version)).toBe((await readState(id)).version)
    expect((await manager.client.post(verbHref(id, verb), { ...typed, version })).status).toBe(303)
  })

  test('where the deed fits no more, the words can still be copied but not sent', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    await handler.client.post(verbHref(id, 'answer'), { ...answer, version: '1' })
    const conflict = await manager.client.post(verbHref(id, 'answer'), { ...answer, finding: 'Jawaban kedua.', version: '1' })
    expect(conflict.status).toBe(409)
    expect(conflict.body).toContain('Jawaban kedua.')
    expect(conflict.body).toContain('tidak lagi cocok')
    expect(conflict.body).not.toContain('Kirim jawaban')
  })

  test('the second reads what the first wrote beside the own words', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    await manager.client.post(verbHref(id, 'note'), { body: 'Pemohon sudah datang ke loket.' })
    await handler.client.post(verbHref(id, 'answer'), { ...answer, finding: 'Temuan pertama.', version: '2' })
    const second = await manager.client.post(verbHref(id, 'answer'), { ...answer, finding: 'Temuan kedua.', version: '1' })
    for (const words of ['Pemohon sudah datang ke loket.', 'Temuan pertama.', 'Temuan kedua.', 'Yang Anda tulis'])
      expect(second.body).toContain(words)
  })

  test('what is over already is called so, and nobody is said to have been first', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    await handler.client.post(verbHref(id, 'answer'), { ...answer, version: '1' })
    const { version } = await readState(id)
    await handler.client.post(verbHref(id, 'close'), { reason: 'solved', version: String(version) })
    const again = await handler.client.get(verbHref(id, 'close'))
    expect(again.status).toBe(409)
    expect(again.body).toContain('Laporan ini sudah ditutup.')
    expect(again.body).not.toContain('Orang lain mengubah')
    const extend = await manager.client.get(verbHref(id, 'extend'))
    expect(extend.body).toContain('Tindakan ini tidak cocok dengan keadaan laporan sekarang: Selesai.')
    const press = await handler.client.post(verbHref(id, 'investigate'))
    expect([press.status, press.body.includes('keadaan laporan sekarang: Selesai')]).toEqual([409, true])
  })

  test('who comes second to a report is told who has it', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    const other = await openConsole(service, [{ role: 'handler', officeId: bitung }])
    await handler.client.post(verbHref(id, 'take'))
    expect((await other.client.post(verbHref(id, 'take'))).body).toContain('Laporan ini sekarang dipegang Demo')
  })

  test('only one of two can take a ticket', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    const other = await openConsole(service, [{ role: 'handler', officeId: bitung }])
    const statuses = await Promise.all([handler.client.post(verbHref(id, 'take')), other.client.post(verbHref(id, 'take'))])
    expect(statuses.map(({ status }) => status).sort()).toEqual([303, 409])
  })
})

test('each clock says in plain words what it is, by which law, from when until when, and whether it was kept', async () => {
  const { id } = await sendReport(service, { officeId: bitung })
  await handler.client.post(`/petugas/laporan/${id}/ambil`, {})
  const { body } = await handler.client.get(`/petugas/laporan/${id}`)
  const clocks = [...body.matchAll(/<li class="ticket-clock">(.*?)<\/li>/gs)].map(([, line = '']) =>
    line.replace(/<svg.*?<\/svg>|<[^>]+>/gs, ''),
  )
  expect(clocks).toHaveLength(4)
  for (const clock of clocks) expect(clock).toMatch(/\d{4} sampai \d+ \w+ \d{4} · \d+ \w+ \w+ · /)
  expect(clocks.find((clock) => clock.startsWith('Pemeriksaan pertama'))).toContain('SP4N-LAPOR! (KemenPANRB)Ditepati')
  expect(clocks.find((clock) => clock.startsWith('Jawaban atas pengaduan'))).toMatch(/\)\w+ \d+ hari \w+$/)
})
