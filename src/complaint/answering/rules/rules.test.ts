import { describe, expect, test } from 'vitest'
import { outcomes, ticketClasses } from '../../record/events.ts'
import { composeChecked, findOpinionRefusal, needsCheck, type Risk } from '../rules.ts'

const plain: Risk = { class: 'NON', conduct: false, restricted: false, secret: false, severity: 'normal', outcome: 'substantiated' }

describe('C15: the check is sized to the risk', () => {
  test.each<[string, Partial<Risk>, number]>([
    ['a plain complaint', {}, 0],
    ['an information request', { class: 'INFO' }, 0],
    ['an information request told in confidence', { class: 'INFO', secret: true, restricted: true }, 0],
    ['a complaint not confirmed', { outcome: 'unsubstantiated' }, 1],
    ['a restricted one', { restricted: true }, 1],
    ['a secret one', { secret: true }, 1],
    ['one that calls for an examination', { class: 'OVR' }, 1],
    ['one about conduct', { class: 'OVR', conduct: true, restricted: true }, 2],
    ['one of high severity', { severity: 'high' }, 0],
    ['one of very high severity', { severity: 'very_high' }, 2],
    ['an information request of very high severity', { class: 'INFO', severity: 'very_high' }, 2],
    ['one about conduct in another class', { conduct: true }, 2],
  ])('%s', (_, change, approvals) => {
    expect(needsCheck({ ...plain, ...change })?.approvals ?? 0).toBe(approvals)
  })

  test('more risk never needs fewer approvals', () => {
    for (const ticketClass of ticketClasses)
      for (const outcome of outcomes)
        for (const flag of ['conduct', 'restricted', 'secret'] as const) {
          const risk = { ...plain, class: ticketClass, outcome }
          const approvals = (one: Risk): number => needsCheck(one)?.approvals ?? 0
          expect(approvals({ ...risk, [flag]: true })).toBeGreaterThanOrEqual(approvals(risk))
        }
  })
})

const answer = { ticketId: 't', outcome: 'noted', language: 'id', finding: 'a', action: 'b', remedy: '', nextStep: 'c' } as const

test('C15: every part of an answer is in what is hashed, and words that move between parts are another answer', () => {
  const changes = [
    { ticketId: 'u' },
    { outcome: 'partly' },
    { language: 'en' },
    { finding: 'x' },
    { action: 'x' },
    { remedy: 'x' },
    { nextStep: 'x' },
  ]
  const written = new Set([answer, ...changes.map((change) => ({ ...answer, ...change }) as typeof answer)].map(composeChecked))
  expect(written.size).toBe(changes.length + 1)
  expect(composeChecked({ ...answer, finding: 'a","b' })).not.toBe(composeChecked({ ...answer, finding: 'a', action: 'b","b' }))
})

test('C15: not the author, nobody twice, and only on the very words', () => {
  const fits = {
    authorId: 'ani',
    officerId: 'budi',
    authorKept: false,
    verdict: 'approved',
    said: ['cici'],
    hashes: ['x', 'x', 'x'],
  } as const
  expect(findOpinionRefusal(fits)).toBeNull()
  expect(findOpinionRefusal({ ...fits, officerId: 'ani' })).toBe('own_draft')
  expect(findOpinionRefusal({ ...fits, said: ['budi'] })).toBe('checked_already')
  expect(findOpinionRefusal({ ...fits, hashes: ['x', 'y', 'x'] })).toBe('draft_changed')
})

test('C11 A4: what somebody wrote who is kept away by now is not approved, and can be given back', () => {
  const kept = { authorId: 'ani', officerId: 'budi', authorKept: true, said: [], hashes: ['x'] }
  expect(findOpinionRefusal({ ...kept, verdict: 'approved' })).toBe('author_excluded')
  expect(findOpinionRefusal({ ...kept, verdict: 'returned' })).toBeNull()
})
