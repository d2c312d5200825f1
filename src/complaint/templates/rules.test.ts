import { describe, expect, test } from 'vitest'
import { addBelow, checkTemplate, fillTemplate, fitsCategory, type VariableValues } from './rules.ts'

const none = { finding: '', action: '', remedy: '', nextStep: '' }
const values: VariableValues = {
  number: '26-4839-2075-C',
  received: '24 November 2026',
  due: '14 Desember 2026',
  today: '1 Desember 2026',
  office: 'Kantor Imigrasi Bitung',
  category: 'Paspor',
  complainant: 'Demo {number}',
}

describe('C15: a template', () => {
  test.each([
    ['a known variable', { finding: 'Laporan {number} kami terima.' }, []],
    ['an unknown variable', { action: 'Bapak {nama}' }, [{ field: 'action', code: 'unknown', name: 'nama' }]],
    ['a variable in another case', { action: '{Number}' }, [{ field: 'action', code: 'unknown', name: 'Number' }]],
    ['a lone brace', { nextStep: 'Pilih } ini' }, [{ field: 'nextStep', code: 'brace' }]],
    ['nested braces', { nextStep: '{{number}}' }, [{ field: 'nextStep', code: 'brace' }]],
    ['nothing', {}, [{ field: 'finding', code: 'empty' }]],
  ] as const)('with %s', (_, parts, problems) => {
    expect(checkTemplate({ ...none, ...parts })).toEqual(problems)
  })

  test('is filled once: what somebody is called is no variable', () => {
    const filled = fillTemplate({ ...none, finding: '{complainant}, {number}', remedy: '{office}' }, values)
    expect(filled).toEqual({ ...none, finding: 'Demo {number}, 26-4839-2075-C', remedy: 'Kantor Imigrasi Bitung' })
  })

  test('goes below what was typed, and not twice', () => {
    expect(addBelow('', 'a')).toBe('a')
    expect(addBelow('b', 'a')).toBe('b\n\na')
    expect(addBelow('b\n\na', 'a')).toBe('b\n\na')
    expect(addBelow('b', ' ')).toBe('b')
  })

  test.each([
    [null, 'PSP.06', true],
    ['PSP', 'PSP.06', true],
    ['PSP.06', 'PSP.06', true],
    ['PSP.01', 'PSP.06', false],
    ['PSP.06', 'PSP', false],
  ] as const)('for %s fits a ticket about %s: %s', (meant, category, fits) => {
    expect(fitsCategory(meant, category)).toBe(fits)
  })
})
