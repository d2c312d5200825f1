// cspell:disable -- the words on the screen are Indonesian.
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { buildFrame } from '../../../test/frame.ts'
import { MessageBubble } from '../case/message-bubble.tsx'
import { StageTracker } from '../case/timeline.tsx'
import { CodePanel } from '../feedback/confirmation.tsx'
import { DueTag } from '../feedback/tags.tsx'
import { FileList } from './file-list.tsx'
import { Pagination } from './navigation.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'

const frame = buildFrame()
const at = new Date('2026-11-24T07:05:00Z')

describe('states in words, never by colour alone', () => {
  it('of a deadline', () => {
    const say = (state: 'late' | 'today' | 'later', days?: number) =>
      renderToString(<DueTag frame={frame} state={state} due={at} {...(days === undefined ? {} : { days })} />)
    expect(say('late', 3)).toContain('Terlambat 3 hari kerja')
    expect(say('today', 0)).toContain('Tenggat hari ini')
    expect(say('later')).toContain('Tenggat 24 November 2026')
    expect(say('later')).toContain('datetime="2026-11-24T07:05:00.000Z"')
  })

  it('of a deadline in English, with one day and several', () => {
    const en = buildFrame({ locale: 'en' })
    expect(renderToString(<DueTag frame={en} state="soon" due={at} days={1} unit="calendar" />)).toContain('1 day left')
    expect(renderToString(<DueTag frame={en} state="late" due={at} days={2} />)).toContain('2 working days late')
  })

  it('of a stage', () => {
    const html = renderToString(
      <StageTracker
        frame={frame}
        stages={[
          { label: 'Diterima', state: 'done' },
          { label: 'Diperiksa', state: 'current' },
          { label: 'Dijawab', state: 'ahead' },
        ]}
      />,
    )
    expect(html).toContain('Selesai')
    expect(html).toMatch(/aria-current="step".*Diperiksa.*Tahap saat ini/)
    expect(html).toContain('Belum mulai')
  })
})

describe('messages', () => {
  it('say each time who speaks and who reads', () => {
    const say = (kind: 'complainant' | 'officer' | 'note') =>
      renderToString(<MessageBubble frame={frame} kind={kind} author="Contoh" at={at} text={'Baris satu\n<b>dua</b>'} />)
    expect(say('note')).toContain('Catatan internal. Tidak pernah dilihat pelapor')
    expect(say('note')).toContain('message-note')
    expect(say('officer')).toContain('Petugas, dibaca pelapor')
    expect(say('officer')).not.toContain('message-note')
    expect(say('complainant')).toContain('Baris satu\n&lt;b>dua')
  })
})

describe('an access code', () => {
  it('is grouped for reading, and copied as it is written', () => {
    const text = (code: string) =>
      /id="code"[^>]*>(.*?)<\/p>/.exec(renderToString(<CodePanel frame={frame} label="Kode" code={code} />))?.[1]?.replace(/<[^>]+>/g, '')
    expect(text('7QKDM3WPX9TA4HRC')).toBe('7QKD M3WP X9TA 4HRC')
    expect(text('7QKDM-3WPX9-TA4HR')).toBe('7QKDM-3WPX9-TA4HR')
  })
})

describe('check your answers', () => {
  it('says what is missing, and which answer a link changes', () => {
    const html = renderToString(
      <SummaryList
        frame={frame}
        rows={[
          { key: 'Telepon', value: '', changeHref: '/lapor/kontak' },
          { key: 'Jenis', value: 'Saran' },
        ]}
      />,
    )
    expect(html).toContain('Tidak diisi')
    expect(html).toMatch(/<a href="\/lapor\/kontak">Ubah <span class="sr-only">Telepon<\/span><\/a>/)
    expect(html.match(/summary-change/g)).toHaveLength(1)
  })
})

describe('a table', () => {
  const table = {
    caption: 'Kantor',
    columns: [
      { key: 'name', header: 'Nama' },
      { key: 'open', header: 'Terbuka', numeric: true },
    ],
    rows: [{ id: '1', cells: { name: 'Denpasar', open: 12 } }],
  } as const

  it('names its rows, and keeps its meaning when it becomes cards', () => {
    const html = renderToString(<Table {...table} />)
    expect(html).toMatch(/<th scope="row" role="rowheader"/)
    expect(html).toContain('role="table"')
    expect(html).toMatch(/<td role="cell" class="table-number"><span class="table-cell-label" aria-hidden="true">Terbuka/)
  })

  it('that scrolls can be reached by keyboard and has a name', () => {
    expect(renderToString(<Table {...table} small="scroll" />)).toMatch(
      /^<div class="table-scroll" role="region" aria-label="Kantor" tabindex="0">/,
    )
  })
})

describe('files', () => {
  it('tell kind and size, and are no link while they may not be opened', () => {
    const html = renderToString(
      <FileList
        frame={frame}
        files={[
          { name: 'foto.jpg', href: '/berkas/1', bytes: 842_000, type: 'image/jpeg' },
          { name: 'surat.pdf', href: null, bytes: 2_440_000, type: 'application/pdf' },
        ]}
      />,
    )
    expect(html).toContain('JPG, 842 KB')
    expect(html).toContain('PDF, 2,4 MB')
    expect(html.match(/<a /g)).toHaveLength(1)
  })
})

describe('pages of a list', () => {
  it('are not spoken of when there is only one', () => {
    expect(renderToString(<Pagination frame={frame} previousHref={null} nextHref={null} />)).toBe('')
    expect(renderToString(<Pagination frame={frame} nextHref="?sesudah=1" />)).toContain('rel="next"')
  })
})
