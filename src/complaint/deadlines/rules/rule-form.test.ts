import { expect, test } from 'vitest'
import { readRuleChange, type TypedRule } from './rule-form.ts'

const known = [
  { id: 'CLASS-INFO', validFrom: '2025-01-01' },
  { id: 'CLASS-INFO', validFrom: '2027-02-01' },
]
const typed: TypedRule = {
  rule: 'CLASS-INFO',
  amount: '4',
  validDay: '1',
  validMonth: '3',
  validYear: '2027',
  evidence: 'V',
  source: ' Peraturan 1/2027 ',
}
const read = (changed: TypedRule) => readRuleChange({ ...typed, ...changed }, known, '2026-11-24')

test('rule 9: a version of a rule is read with the day from which it counts', () => {
  expect(read({})).toEqual({
    ok: true,
    value: { ruleId: 'CLASS-INFO', amount: 4, validFrom: '2027-03-01', evidence: 'V', source: 'Peraturan 1/2027' },
  })
})

test.each<[string, TypedRule, object]>([
  ['no rule of that name', { rule: 'NONE' }, { field: 'rule', code: 'choose' }],
  ['no amount', { amount: '' }, { field: 'amount', code: 'amount' }],
  ['nothing at all', { amount: '0' }, { field: 'amount', code: 'amount' }],
  ['a fraction', { amount: '2.5' }, { field: 'amount', code: 'amount' }],
  ['no such day', { validDay: '30', validMonth: '2' }, { field: 'valid', code: 'invalid' }],
  ['a day in words', { validDay: 'satu' }, { field: 'valid', code: 'invalid' }],
  [
    'today, when reports may have come in already',
    { validDay: '24', validMonth: '11', validYear: '2026' },
    { field: 'valid', code: 'past' },
  ],
  ['a day that another version begins on', { validMonth: '2' }, { field: 'valid', code: 'taken' }],
  ['from memory', { evidence: 'R' }, { field: 'evidence', code: 'choose' }],
  ['without a source', { source: '  ' }, { field: 'source', code: 'required' }],
])('%s is refused by its field', (_, changed, problem) => {
  expect(read(changed)).toEqual({ ok: false, error: problem })
})
