import { describe, expect, it } from 'vitest'
import list from './offices.json' with { type: 'json' }

const { offices } = list
const kanim = offices.filter((office) => office.type === 'kanim')

/** Provinces by zone, after the national zones of 1988; only those that have an office in the list. */
const western = [
  'Aceh',
  'Sumatera Utara',
  'Sumatera Barat',
  'Sumatera Selatan',
  'Bengkulu',
  'Jambi',
  'Riau',
  'Kepulauan Riau',
  'DKI Jakarta',
  'Banten',
  'Jawa Barat',
  'Jawa Tengah',
  'DI Yogyakarta',
  'Jawa Timur',
  'Kalimantan Barat',
]
const central = [
  'Bali',
  'Nusa Tenggara Barat',
  'Nusa Tenggara Timur',
  'Kalimantan Timur',
  'Kalimantan Selatan',
  'Kalimantan Utara',
  'Sulawesi Selatan',
  'Sulawesi Utara',
  'Sulawesi Tengah',
  'Gorontalo',
]

describe('the shipped offices', () => {
  it('are the 82 known immigration offices and three central units, each with its own code and name', () => {
    expect(kanim).toHaveLength(82)
    expect(offices.filter((office) => office.type !== 'kanim').map((office) => `${office.code} ${office.type}`)).toEqual([
      'DITJEN ditjen',
      'PATNAL compliance',
      'CONTACT ditjen',
    ])
    expect(new Set(offices.map((office) => office.code)).size).toBe(85)
    expect(new Set(offices.map((office) => office.name)).size).toBe(85)
    for (const office of offices) expect(office.code).toMatch(/^[A-Z]+(-[A-Z]+)*$/)
  })

  it('T1 keep the time of their province', () => {
    for (const office of offices) {
      const zone = western.includes(office.province) ? 'Asia/Jakarta' : central.includes(office.province) ? 'Asia/Makassar' : 'unknown'
      expect(`${office.code} ${office.timeZone}`).toBe(`${office.code} ${zone}`)
    }
  })

  it('name where they are and where that was read', () => {
    for (const office of offices)
      for (const text of [office.name, office.city, office.province, office.source]) expect(text.trim().length).toBeGreaterThan(3)
  })

  it('say so where the class is missing, disputed or incomplete', () => {
    const plain = /^(I|II|III|I Khusus) (Non )?TPI$/
    for (const office of kanim) expect(Boolean(office.classNote) || plain.test(office.class ?? '')).toBe(true)
  })
})
