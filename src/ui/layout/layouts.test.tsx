// cspell:disable -- the words on the screen are Indonesian.
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { buildFrame, buildFrameOfficer } from '../../../test/frame.ts'
import { ConsoleLayout } from '../console/console-layout.tsx'
import { consoleLinks, listConsoleLinks } from '../console/navigation.ts'
import { CitizenLayout } from './citizen-layout.tsx'

describe('a page for the public', () => {
  it('starts with the way past its header, and says first in its title that something is to be corrected', () => {
    const html = renderToString(
      <CitizenLayout frame={buildFrame()} title="Jenis" hasProblems>
        <h1>Jenis</h1>
      </CitizenLayout>,
    )
    expect(html).toMatch(/<body><a class="skip-link" href="#main">/)
    expect(html).toContain('<main id="main" tabindex="-1">')
    expect(html).toContain('<title>Perlu diperbaiki: Jenis – Tanggap</title>')
  })

  it('switches language by a link that comes back to where it was', () => {
    const html = renderToString(
      <CitizenLayout frame={buildFrame({ path: '/lacak?nomor=A&x=1' })} title="Lacak">
        <h1>Lacak</h1>
      </CitizenLayout>,
    )
    expect(html).toContain('<a href="/bahasa/en?kembali=%2Flacak%3Fnomor%3DA%26x%3D1" hreflang="en" lang="en"')
    expect(html).not.toContain('href="/bahasa/id')
  })

  it('shows the sentence of the last action once, and keeps personal pages out of search engines', () => {
    const html = renderToString(
      <CitizenLayout frame={buildFrame({ notice: 'Pesan terkirim.' })} title="Laporan" personal>
        <h1>Laporan</h1>
      </CitizenLayout>,
    )
    expect(html.match(/Pesan terkirim\./g)).toHaveLength(1)
    expect(html).toContain('<meta name="robots" content="noindex"/>')
  })

  it('asks for no token when it has no form', () => {
    const frame = {
      ...buildFrame(),
      csrf: () => {
        throw new Error('a visitor who only reads needs no cookie')
      },
    }
    expect(() =>
      renderToString(
        <CitizenLayout frame={frame} title="Beranda">
          <h1>Beranda</h1>
        </CitizenLayout>,
      ),
    ).not.toThrow()
  })
})

describe('a page for an officer', () => {
  it('is fetched and kept by nothing but the officer’s own click, because every read is audited', () => {
    const html = renderToString(
      <ConsoleLayout
        frame={buildFrame({ officer: buildFrameOfficer(['inbox.read']) })}
        title="Masuk"
        section="inbox"
        counts={{ inbox: 1204 }}
      >
        <h1>Masuk</h1>
      </ConsoleLayout>,
    )
    expect(html).toContain('<meta name="turbo-cache-control" content="no-cache"/>')
    expect(html).toContain('<meta name="turbo-prefetch" content="false"/>')
    expect(html).toContain('1.204')
    expect(html).toMatch(/<form action="\/petugas\/keluar" method="post" data-turbo="false"[^>]*><input type="hidden" name="_csrf"/)
    expect(html).toContain('<form action="/petugas/cari" method="get">')
  })

  it('links only where the officer may go', () => {
    expect(listConsoleLinks(new Set()).map(({ id }) => id)).toEqual([])
    expect(listConsoleLinks(new Set(['trail.read'])).map(({ id }) => id)).toEqual(['trail'])
    const all = new Set(consoleLinks.flatMap(({ permissions }) => permissions))
    expect(listConsoleLinks(all)).toHaveLength(consoleLinks.length)
  })
})
