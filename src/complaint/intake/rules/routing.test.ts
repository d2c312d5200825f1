import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kinds } from '../../record/events.ts'
import { classify, isConduct, isRestricted, type RoutedCategory, routeReport } from './routing.ts'

type Taxonomy = {
  readonly categories: readonly {
    readonly code: string
    readonly sla: string
    readonly conf: string
    readonly subs: readonly { readonly code: string }[]
  }[]
}
/** The taxonomy as it is shipped: another capability's data, so it is read and not imported. */
const taxonomy = JSON.parse(readFileSync(new URL('../../record/data/taxonomy.json', import.meta.url), 'utf8')) as Taxonomy

const categories = taxonomy.categories.flatMap(({ code, sla, conf, subs }) => {
  const shared = { class: sla as RoutedCategory['class'], confidentiality: conf as RoutedCategory['confidentiality'] }
  return [{ code, ...shared }, ...subs.map((sub) => ({ code: sub.code, ...shared }))]
})

function pick(code: string): RoutedCategory {
  const found = categories.find((category) => category.code === code)
  if (!found) throw new Error(`no category ${code}`)
  return found
}

const route = (code: string, concernedOfficeCode: string | null, kind: (typeof kinds)[number] = 'complaint') =>
  routeReport({ kind, category: pick(code), concernedOfficeCode })

test('C11 A4: an allegation against staff never goes to the office complained of, whatever kind it comes as', () => {
  for (const { code } of categories.filter((category) => category.code.startsWith('INT'))) {
    for (const kind of kinds) expect(route(code, 'KANIM-BITUNG', kind)).toBe('compliance')
    expect(route(code, null)).toBe('compliance')
    expect(route(code, 'PATNAL')).toBe('headquarters')
  }
})

test('C11 A4: violence in detention and the manner of officers, complained of or criticised, are conduct cases too', () => {
  const conductOf = (code: string) => kinds.filter((kind) => isConduct(kind, code))
  expect(conductOf('DET.05')).toEqual(kinds)
  for (const code of ['TPI.06', 'SVC.01']) expect(conductOf(code)).toEqual(['complaint', 'criticism'])
  for (const code of ['TPI.05', 'SVC.02', 'SVC', 'DET.04', 'PSP.06']) expect(conductOf(code)).toEqual([])
})

test.each([
  ['TPI.06', 'complaint', 'compliance'],
  ['SVC.01', 'criticism', 'compliance'],
  ['SVC.01', 'compliment', 'concerned'],
  ['SVC.01', 'suggestion', 'concerned'],
  ['TPI.06', 'information_request', 'concerned'],
] as const)('C11: %s as %s goes to %s', (code, kind, destination) => {
  expect(route(code, 'KANIM-BITUNG', kind)).toBe(destination)
})

test.each([
  ['VSA.01', 'KANIM-BITUNG', 'headquarters'],
  ['DET.04', 'KANIM-BITUNG', 'headquarters'],
  ['DET.05', 'KANIM-BITUNG', 'compliance'],
  ['REF', null, 'headquarters'],
  ['PSP.06', 'KANIM-BITUNG', 'concerned'],
  ['PSP.06', null, 'contact'],
  ['PMI.02', null, 'contact'],
  ['INF.01', 'KANIM-BITUNG', 'concerned'],
])('C3: %s about %s goes to %s', (code, office, destination) => {
  expect(route(code, office)).toBe(destination)
})

test('C9: only a complaint is examined; information, suggestion and praise get an answer in the short time', () => {
  expect(kinds.map((kind) => classify(kind, pick('PSP.06')))).toEqual(['NON', 'INFO', 'INFO', 'INFO', 'INFO'])
  expect(kinds.map((kind) => classify(kind, pick('INT.01')))).toEqual(['OVR', 'INFO', 'OVR', 'INFO', 'INFO'])
})

test('C12: secret ones and sensitive categories are restricted inside the unit', () => {
  expect(isRestricted(true, pick('PSP.06'))).toBe(true)
  expect(isRestricted(false, pick('PSP.06'))).toBe(false)
  for (const code of ['INT.01', 'DET.01', 'REF.02', 'PMI.03']) expect(isRestricted(false, pick(code))).toBe(true)
})
