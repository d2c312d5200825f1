import { describe, expect, it } from 'vitest'
import { listSuperiors } from './superior.ts'
import type { Office } from './views.ts'

const unit = (code: string, change: Partial<Office> = {}): Office => ({
  id: code,
  code,
  name: code,
  type: 'kanim',
  class: null,
  city: null,
  province: null,
  timeZone: 'Asia/Jakarta',
  active: true,
  selectable: true,
  parentId: null,
  ...change,
})
const ditjen = unit('DITJEN', { type: 'ditjen' })
const east = unit('KANWIL-TIMUR', { type: 'kanwil', province: 'Papua' })
const desk = unit('KANIM-TIMUR', { province: 'Papua' })
const codes = (office: Office, offices: readonly Office[]) => listSuperiors(office, offices).map(({ code }) => code)

describe('T5 the units above another', () => {
  it('are the Kanwil of the province and the directorate', () => {
    expect(codes(desk, [ditjen, east, desk])).toEqual(['KANWIL-TIMUR', 'DITJEN'])
  })
  it('are the directorate alone where there is no Kanwil, or none that is active', () => {
    expect(codes(desk, [ditjen, desk])).toEqual(['DITJEN'])
    expect(codes(desk, [ditjen, { ...east, active: false }, desk])).toEqual(['DITJEN'])
  })
  it('are those the administrator named before any others', () => {
    const named = unit('KANIM-KHUSUS', { parentId: east.id })
    expect(codes(named, [ditjen, east, named])).toEqual(['KANWIL-TIMUR', 'DITJEN'])
  })
  it('are none for the directorate, and end where a circle closes', () => {
    expect(codes(ditjen, [ditjen, east, desk])).toEqual([])
    const one = unit('A', { parentId: 'B' })
    const two = unit('B', { parentId: 'A' })
    expect(codes(one, [ditjen, one, two])).toEqual(['B'])
  })
})
