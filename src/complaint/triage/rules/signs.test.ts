import { describe, expect, test } from 'vitest'
import { type SeverityReason, severityReasons } from '../../record/events.ts'
import { findGradeProblem, findSigns, gradeReasons, suggestSeverity } from './signs.ts'

/** Sixty sentences as people write them, half in Indonesian and half in English: what must be seen, and what must not. */
const sentences: readonly (readonly [string, readonly SeverityReason[]])[] = [
  ['Adik saya dipukul petugas di ruang pemeriksaan sampai memar.', ['violence']],
  ['Saya melihat penjaga menendang seorang tahanan tadi malam.', ['violence']],
  ['Teman saya dilecehkan saat digeledah.', ['violence']],
  ['Petugas itu menampar sopir kami di depan loket.', ['violence']],
  ['Sejak di rudenim ia bilang ingin bunuh diri.', ['self_harm']],
  ['Kakak saya sudah tidak sanggup hidup lagi di sana.', ['self_harm']],
  ['Dia bilang lebih baik mati daripada dikirim pulang.', ['self_harm']],
  ['Paspor kami semua disita oleh majikan di Sibu.', ['trafficking']],
  ['Agen menahan paspor keponakan saya dan minta tebusan.', ['trafficking']],
  ['Kami dipaksa bekerja di tempat judi daring tanpa gaji.', ['trafficking']],
  ['Saya korban TPPO dan takut pulang.', ['trafficking']],
  ['Anak saya umur tujuh tahun ditahan bersama orang dewasa.', ['detained_child']],
  ['Mengapa balita itu ikut dikurung di kantor imigrasi?', ['detained_child']],
  ['Bayi kami sudah tiga malam di ruang detensi.', ['detained_child']],
  ['Suami saya akan dideportasi besok pagi padahal banding belum diputus.', ['deportation_soon']],
  ['Besok malam istri saya dipulangkan paksa.', ['deportation_soon']],
  ['Ayah saya kejang di ruang tunggu dan tidak ada yang menolong.', ['medical_emergency']],
  ['Dia sakit jantung dan tidak diberi obat.', ['medical_emergency']],
  ['Saya diancam akan dipersulit kalau melapor.', ['threat']],
  ['Istri saya hamil delapan bulan disuruh berdiri empat jam.', ['vulnerable_person']],
  ['Ibu saya memakai kursi roda dan tidak ada jalan masuk.', ['vulnerable_person']],
  ['Kami pencari suaka dan kartu UNHCR kami tidak diakui.', ['vulnerable_person']],
  ['Paspor belum jadi, kami berangkat umrah lusa.', ['travel_soon']],
  ['Ratusan orang antre sejak subuh tanpa kepastian.', ['many_affected']],
  ['Calo meminta uang dua juta rupiah.', ['money_at_stake']],
  ['Aplikasi selalu galat waktu saya pilih tanggal.', []],
  ['Terima kasih, petugas loket tiga ramah sekali.', []],
  ['Berapa lama pengurusan paspor untuk anak?', []],
  ['Saya datang pukul delapan dan baru dilayani pukul dua.', []],
  ['Foto paspor anak saya buram, mohon diulang.', []],
  ['The guard beat me in the interview room.', ['violence']],
  ['My brother was assaulted by an officer last night.', ['violence']],
  ['I was kicked and pushed to the floor.', ['violence']],
  ['A staff member groped my sister during the search.', ['violence']],
  ['She says she wants to die if they keep her there.', ['self_harm']],
  ['He tried to kill himself in the detention house.', ['self_harm']],
  ['My cousin is suicidal since Monday.', ['self_harm']],
  ['My employer took my passport and will not give it back.', ['trafficking']],
  ['Our passports were taken by the agent on arrival.', ['trafficking']],
  ['We are forced to work in a scam centre.', ['trafficking']],
  ['They locked us in a house near the port.', ['trafficking']],
  ['My six year old son is being held in detention.', ['detained_child']],
  ['They detained a mother with her baby.', ['detained_child']],
  ['Two children sleep on the floor of the cell.', ['detained_child']],
  ['I will be deported tomorrow without a hearing.', ['deportation_soon']],
  ['His removal is set for tonight.', ['deportation_soon']],
  ['They plan to deport her in 48 hours.', ['deportation_soon']],
  ['He is diabetic and they refuse to give him insulin.', ['medical_emergency']],
  ['An old man is unconscious in the queue.', ['medical_emergency']],
  ['The officer threatened to cancel my visa.', ['threat']],
  ['I am pregnant and had to stand for five hours.', ['vulnerable_person']],
  ['We are refugees and nobody speaks our language.', ['vulnerable_person']],
  ['My flight is tomorrow and the system still says pending.', ['travel_soon']],
  ['Dozens of people were sent away without a reason.', ['many_affected']],
  ['He asked for a bribe of fifty dollars.', ['money_at_stake']],
  ['Can I renew my stay permit online?', []],
  ['The website does not accept my date of birth.', []],
  ['Great service at counter four, thank you.', []],
  ['I waited three weeks for a reply to my e-mail.', []],
  ['My daughter needs a new passport photo.', []],
]

describe('rule 44: words that make a report urgent', () => {
  test('sixty sentences, as many in one language as in the other', () => {
    expect(sentences).toHaveLength(60)
  })

  test.each(sentences)('%s', (sentence, reasons) => {
    expect(findSigns(sentence).map(({ reason }) => reason)).toEqual(reasons)
  })

  test('every reason is found in the table', () => {
    expect(new Set(sentences.flatMap(([, reasons]) => reasons))).toEqual(new Set(severityReasons))
  })

  /** Known to be missed: only somebody who reads it sees it. Looked at with every change of the list. */
  test.each(['Kepala saya masih sakit setelah kejadian di ruangan itu.', 'He came out of the room with a broken arm.'])(
    'missed, and known to be: %s',
    (sentence) => {
      expect(findSigns(sentence)).toEqual([])
    },
  )

  test('what did not happen is no sign, and a sign does not reach into the next sentence', () => {
    expect(findSigns('Saya tidak dipukul, hanya dimarahi.')).toEqual([])
    expect(findSigns('He was not beaten.')).toEqual([])
    expect(findSigns('Saya mengurus paspor anak. Kemarin mobil tetangga ditahan polisi.')).toEqual([])
  })

  test('the words stand there as they were written, accents and capitals aside', () => {
    expect(findSigns('Adik saya DIPUKÚL di sana')).toEqual([{ reason: 'violence', words: 'DIPUKÚL' }])
    expect(findSigns('My employer, she took my passport!')).toEqual([{ reason: 'trafficking', words: 'employer, she took my passport' }])
  })

  test.each<[readonly SeverityReason[], string]>([
    [[], 'normal'],
    [['money_at_stake'], 'normal'],
    [['travel_soon', 'money_at_stake'], 'high'],
    [['money_at_stake', 'violence'], 'very_high'],
  ])('%j: the gravest counts (%s)', (reasons, severity) => {
    expect(gradeReasons(reasons)).toBe(severity)
  })

  test('rule 35: it proposes with its reasons', () => {
    expect(suggestSeverity('Calo minta uang dan mengancam keluarga saya.')).toEqual({
      severity: 'high',
      signs: [
        { reason: 'threat', words: 'mengancam' },
        { reason: 'money_at_stake', words: 'Calo' },
      ],
    })
  })

  test('nothing is raised without a reason, and nothing lowered needs one', () => {
    expect(findGradeProblem('very_high', [])).toBe('reasons_missing')
    expect(findGradeProblem('high', [])).toBe('reasons_missing')
    expect(findGradeProblem('high', ['threat'])).toBeNull()
    expect(findGradeProblem('normal', [])).toBeNull()
    expect(findGradeProblem('low', [])).toBeNull()
  })

  test('a long text without a sign is read through at once', () => {
    const text = 'anak ini '.repeat(20_000)
    const before = performance.now()
    expect(findSigns(text)).toEqual([])
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
