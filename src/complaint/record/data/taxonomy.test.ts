import { describe, expect, it } from 'vitest'
import { ticketClasses } from '../events.ts'
import taxonomy from './taxonomy.json' with { type: 'json' }

const { categories } = taxonomy
const subs = categories.flatMap((category) => category.subs)

describe('the shipped taxonomy', () => {
  it('has the 13 categories and 77 sub-categories of the source', () => {
    expect(categories.map((category) => category.code)).toEqual([
      'PSP',
      'VSA',
      'ITK',
      'TPI',
      'WAS',
      'DET',
      'REF',
      'PMI',
      'INT',
      'SVC',
      'DIG',
      'INF',
      'ASP',
    ])
    expect(subs).toHaveLength(77)
  })

  it('numbers each sub-category within its category, each code once', () => {
    for (const { code, subs: own } of categories)
      expect(own.map((sub) => sub.code)).toEqual(own.map((_, i) => `${code}.${String(i + 1).padStart(2, '0')}`))
    expect(new Set(subs.map((sub) => sub.code)).size).toBe(subs.length)
  })

  it('has both languages, a class, a confidentiality and an owner everywhere', () => {
    for (const category of categories) {
      expect(ticketClasses).toContain(category.sla)
      expect(['P', 'R', 'S']).toContain(category.conf)
      for (const text of [category.name, category.name_en, category.owner]) expect(text.trim().length).toBeGreaterThan(2)
    }
    for (const sub of subs) for (const text of [sub.id, sub.en]) expect(text.trim().length).toBeGreaterThan(2)
  })

  it('keeps integrity of officers and detention sensitive and under examination', () => {
    for (const code of ['INT', 'DET'])
      expect(categories.find((category) => category.code === code)).toMatchObject({ sla: 'OVR', conf: 'S' })
  })
})
