import { expect, test } from 'vitest'
import { findPasswordProblem, isCommonPassword } from './passwords.ts'

const owner = { name: 'Demo Siti Rahayu', email: 'siti.rahayu@demo.example', siteHost: 'lapor.contoh.go.id', administrator: false }

test.each([
  ['payung-ungu-11', 'too_short_administrator'],
  ['payung-ungu-lampu-77', null],
])('P2: an administrator needs fifteen characters: %s', (password, problem) => {
  expect(findPasswordProblem(password, { ...owner, administrator: true })).toBe(problem)
  expect(findPasswordProblem(password, owner)).toBeNull()
})

test.each([
  ['payung-ungu', 'too_short'],
  ['payung-siti-lampu', 'holds_name'],
  ['payung-R4h4yu-lampu', 'holds_name'],
  ['xxsiti.rahayuxx', 'holds_name'],
  ['lapor itu mudah sekali', 'holds_site'],
  ['contoh kalimat ini', 'holds_site'],
  ['Password2026!', 'common'],
  ['P4ssw0rd-P4ssw0rd', 'common'],
  ['qwertyuiop12345', 'common'],
  ['indonesiamerdeka45', 'common'],
  ['839201748392', 'common'],
  ['aaaaaaaaaaaaaaaa', 'common'],
  ['kudakudakudakuda', 'common'],
  ['akuakuakuakuaku', 'common'],
])('P2: refuses %s', (password, problem) => {
  expect(findPasswordProblem(password, owner)).toBe(problem)
})

test('P2: refuses the local part of the e-mail address', () => {
  expect(findPasswordProblem('kantor-belakang-9', { ...owner, name: 'Demo', email: 'kantor@demo.example' })).toBe('holds_email')
})

test.each([
  'payung ungu lampu taman',
  'Tj7#vmQ2kz!dWq',
  'gerobak-ketiga-di-lapangan',
  '文字也可以很長很長很難猜到',
  'Gerobak, lapangan & 3 burung',
])('P2: accepts %s', (password) => {
  expect(findPasswordProblem(password, owner)).toBeNull()
})

test('P2: a thousand characters are accepted', () => {
  const long = 'gerobak ketiga di lapangan belakang '.repeat(30).slice(0, 1000).trim()
  expect(findPasswordProblem(long.padEnd(1000, 'z'), owner)).toBeNull()
  expect(findPasswordProblem(long.padEnd(1001, 'z'), owner)).toBe('too_long')
})

test('P2: a site known by number has no name to avoid', () => {
  expect(findPasswordProblem('gerobak-127-lapangan', { ...owner, siteHost: '127.0.0.1' })).toBeNull()
})

test('P2: signs in place of letters hide no common word', () => {
  expect(isCommonPassword('!nd0n3s1@2026')).toBe(true)
  expect(isCommonPassword('gerobak-lapangan')).toBe(false)
})
