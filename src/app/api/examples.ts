import type { Static } from 'typebox'
import type {
  acted,
  actForm,
  bodyList,
  categoryList,
  messageForm,
  officeList,
  proofForm,
  stageAnswer,
  submitForm,
  submitted,
  ticketAnswer,
  ticketList,
  tracked,
  written,
} from './forms.ts'

// One report, told through every operation: sent, followed, asked about, answered. All of it is made up.
const number = '26-4839-2075-C'
const accessCode = 'GHJK-MNPQ-RS12-3456-789N'
const id = '01a20c62-6a80-7401-b776-21e936259c9b'
const messageId = '01a20f4f-2c00-7b1e-9a55-3f0c5d7e8a10'
const officerId = '01a1c0de-0000-7c3d-8f5a-6b7c8d9e0f1a'
const submittedAt = '2026-11-24T02:15:00.000Z'
const dueAt = '2026-12-14T15:59:59.999Z'
const text = 'Paspor anak saya sudah tiga minggu belum terbit.'
const promises: Static<typeof submitted>['promises'] = [
  { kind: 'first_check', dueAt: '2026-11-27T15:59:59.999Z', law: 'PermenPANRB 62/2018' },
  { kind: 'answer', dueAt, law: 'Perpres 76/2013' },
]
const answer: Static<typeof tracked>['messages'][number] = {
  id: messageId,
  at: '2026-11-26T03:20:00.000Z',
  by: 'officer',
  kind: 'answer',
  body: '',
  answer: {
    finding: 'Berkas tercecer saat pindah ruang.',
    action: 'Paspor dicetak hari ini.',
    remedy: '',
    nextStep: 'Silakan diambil mulai besok pukul 08.00.',
  },
}
const line = { id, number, title: text, kind: 'complaint', category: 'PSP.06', submittedAt, dueAt }

/** One request and its answer for each operation; the types and a test hold them to the schemas that check the real ones. */
export const examples = {
  sendReport: {
    body: {
      kind: 'complaint',
      category: 'PSP.06',
      office: 'KANIM-BITUNG',
      text,
      email: 'siti@demo.example',
      language: 'id',
      idempotencyKey: '0b7e8c56-3f0a-4f2e-9c1d-5a6b7c8d9e0f',
    } satisfies Static<typeof submitForm>,
    response: { number, accessCode, repeated: false, submittedAt, promises } satisfies Static<typeof submitted>,
  },
  readStage: { response: { number, stage: 'in_progress' } satisfies Static<typeof stageAnswer> },
  trackReport: {
    body: { number, accessCode } satisfies Static<typeof proofForm>,
    response: {
      number,
      stage: 'answered',
      submittedAt,
      office: 'Kantor Imigrasi Bitung',
      promises,
      timeline: [
        { at: submittedAt, event: 'submitted' },
        { at: answer.at, event: 'answered' },
      ],
      messages: [answer],
    } satisfies Static<typeof tracked>,
  },
  writeMessage: {
    body: { number, accessCode, body: 'Apakah boleh diambil oleh ibunya?' } satisfies Static<typeof messageForm>,
    response: { id: messageId } satisfies Static<typeof written>,
  },
  listCategories: {
    response: {
      categories: [
        { code: 'PSP', parent: null, id: 'Paspor', en: 'Passport', class: 'NON' },
        { code: 'PSP.06', parent: 'PSP', id: 'keterlambatan penerbitan', en: 'late issue', class: 'NON' },
      ],
    } satisfies Static<typeof categoryList>,
  },
  listOffices: {
    response: {
      offices: [
        { code: 'KANIM-BITUNG', name: 'Kantor Imigrasi Bitung', city: 'Bitung', province: 'Sulawesi Utara', timeZone: 'Asia/Makassar' },
      ],
    } satisfies Static<typeof officeList>,
  },
  listReceivingBodies: {
    response: {
      bodies: [
        {
          id,
          code: 'DUKCAPIL',
          name: { id: 'Dinas Kependudukan dan Pencatatan Sipil (Dukcapil)', en: 'Civil registry office (Dukcapil)' },
          handles: { id: 'KTP dan akta kelahiran', en: 'Identity cards and birth certificates' },
          contact: '',
        },
      ],
    } satisfies Static<typeof bodyList>,
  },
  listTickets: {
    response: { tickets: [{ ...line, state: 'submitted', assigneeId: null }], next: null } satisfies Static<typeof ticketList>,
  },
  readTicket: {
    response: {
      ...line,
      state: 'answered',
      version: 4,
      body: text,
      wish: '',
      happenedOn: null,
      happenedAt: '',
      assigneeId: officerId,
      person: { name: 'Demo Siti', email: 'siti@demo.example', phone: '' },
      messages: [{ ...answer, by: 'officer' }],
      notes: [{ at: '2026-11-25T01:00:00.000Z', by: 'Demo Bayu', body: 'Loket 3 mencari berkasnya.' }],
      timeline: [{ at: submittedAt, event: 'ticket.submitted' }],
    } satisfies Static<typeof ticketAnswer>,
  },
  actOnTicket: {
    body: {
      verb: 'answer',
      version: 3,
      outcome: 'substantiated',
      finding: 'Berkas tercecer saat pindah ruang.',
      action: 'Paspor dicetak hari ini.',
      remedy: 'Paspor diantar ke alamat Anda tanpa biaya.',
      nextStep: 'Silakan diambil mulai besok pukul 08.00.',
    } satisfies Static<typeof actForm>,
    response: { id, state: 'answered', version: 4 } satisfies Static<typeof acted>,
  },
} as const
