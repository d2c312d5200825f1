import { describe, expect, test } from 'vitest'
import { type Question, questions, scoreCompleteness, type Told } from './completeness.ts'

const empty: Told = { text: '', wish: '', happenedOn: false, happenedAt: false, office: false, relation: false }

/** As people write, with what is missing for somebody who has to look into it. */
const reports: readonly (readonly [string, readonly Question[]])[] = [
  ['Pelayanan buruk.', ['what', 'when', 'where', 'who', 'how', 'wish']],
  ['Lama sekali antreannya dan tidak ada kejelasan sama sekali dari siapa pun.', ['when', 'where', 'who', 'how', 'wish']],
  ['Kemarin saya ke Kanim Jakarta Selatan, petugas menolak berkas karena fotokopi kurang jelas. Mohon diperiksa kembali.', []],
  ['Tanggal 12/10/2026 saya mengambil paspor di kantor imigrasi Bandung tetapi namanya salah cetak.', ['who', 'how', 'wish']],
  ['Pada bulan September anak saya ditolak di loket 3 sehingga kami pulang dengan tangan kosong, tolong dibantu.', ['who']],
  ['Petugas di bandara Soekarno meminta uang supaya antrean saya didahulukan.', ['when', 'how']],
  ['M-Paspor selalu galat setelah saya unggah foto, saya sudah coba berkali-kali.', ['when', 'who', 'wish']],
  ['Pak Budi di lantai dua menyuruh saya kembali hari Senin, padahal berkas sudah lengkap semuanya.', ['wish']],
  ['The officer at the airport kept my passport for two hours last week without giving a reason.', ['wish']],
  ['I applied three weeks ago and nobody answers my messages at all, please help me.', ['where', 'who', 'how']],
  ['My permit is late.', ['what', 'when', 'where', 'who', 'how', 'wish']],
]

describe('rule 20: what a report tells and what is missing', () => {
  test.each(reports)('%s', (text, missing) => {
    expect(scoreCompleteness({ ...empty, text }).missing).toEqual(missing)
  })

  test.each<[Partial<Told>, Question]>([
    [{ happenedOn: true }, 'when'],
    [{ happenedAt: true }, 'where'],
    [{ office: true }, 'where'],
    [{ relation: true }, 'who'],
    [{ wish: 'Uang kembali' }, 'wish'],
  ])('a filled field %j answers %s without a word of the text', (fields, question) => {
    expect(scoreCompleteness({ ...empty, ...fields }).told).toEqual([question])
  })

  test('told and missing are the six questions together, in their order', () => {
    for (const [text] of reports) {
      const { told, missing } = scoreCompleteness({ ...empty, text })
      expect(questions.filter((question) => told.includes(question) || missing.includes(question))).toEqual(questions)
      expect(told.length + missing.length).toBe(6)
    }
  })

  test('a cue inside another word is none, and a whole story tells how', () => {
    expect(scoreCompleteness({ ...empty, text: 'staffel agentur kemarinan' }).told).toEqual([])
    expect(scoreCompleteness({ ...empty, text: 'kata '.repeat(60) }).told).toEqual(['what', 'how'])
    expect(scoreCompleteness({ ...empty, text: '我的护照被移民局的官员拿走了两个星期没有任何消息' }).told).toEqual(['what'])
  })
})
