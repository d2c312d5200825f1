import { describe, expect, it } from 'vitest'
import { buildFrame, buildFrameOfficer } from '../../../test/frame.ts'
import { renderDocument } from '../../platform/html.ts'
import { locales } from '../../platform/i18n.ts'
import { ComponentsPage } from './components-page.tsx'

function listValues(html: string, attribute: string): readonly string[] {
  return [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '')
}

const pages = locales.flatMap((locale) =>
  (['citizen', 'console'] as const).map((side) => {
    const officer = side === 'console' ? buildFrameOfficer(['inbox.read', 'office.administer']) : null
    return {
      name: `${side} ${locale}`,
      html: renderDocument(<ComponentsPage side={side} frame={buildFrame({ locale, officer, path: '/ui' })} />),
    }
  }),
)

describe.each(pages)('every component on the living page ($name)', ({ html }) => {
  it('has nothing inline that the content security policy would refuse', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/<style/)
    expect(html).not.toMatch(/\son[a-z]+=/)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
    expect(html).not.toContain('javascript:')
  })

  it('gives every id once', () => {
    const ids = listValues(html, 'id')
    expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([])
  })

  it('refers only to what is there', () => {
    const ids = new Set(listValues(html, 'id'))
    const referred = ['for', 'aria-describedby', 'aria-labelledby', 'data-copy', 'data-more-of']
      .flatMap((attribute) => listValues(html, attribute))
      .flatMap((value) => value.split(' '))
    const links = listValues(html, 'href')
      .filter((href) => href.startsWith('#'))
      .map((href) => href.slice(1))
    expect([...referred, ...links].filter((id) => !ids.has(id))).toEqual([])
    expect(referred.length).toBeGreaterThan(5)
  })

  it('hides every drawing from screen readers', () => {
    const drawings = html.match(/<svg[^>]*>/g) ?? []
    expect(drawings.length).toBeGreaterThan(10)
    expect(drawings.filter((drawing) => !drawing.includes('aria-hidden="true"'))).toEqual([])
  })

  it('knows no left and right, so that it can be mirrored', () => {
    const classes = listValues(html, 'class').flatMap((value) => value.split(' '))
    expect(
      classes.filter((name) => /^-?(ml|mr|pl|pr|left|right|border-l|border-r|rounded-l|rounded-r)-|^text-(left|right)$|^float-/.test(name)),
    ).toEqual([])
  })

  it('names language, direction and title', () => {
    expect(html).toMatch(/^<!doctype html><html lang="(id|en)" dir="ltr">/)
    expect(html).toMatch(/<title>(Komponen|Components) – Tanggap<\/title>/)
  })
})
