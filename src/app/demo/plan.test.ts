import { expect, test } from 'vitest'
import { planDemo } from './plan.ts'

test('the plan is the same each time, fills its slots and leads tickets into every end', () => {
  const plan = planDemo(340)
  expect(planDemo(340)).toEqual(plan)
  expect(plan.filter(({ text }) => /[{}]/.test(text))).toEqual([])
  const last = new Set(plan.map(({ steps }) => steps.at(-1)?.step.verb ?? 'none'))
  for (const verb of [
    'none',
    'check',
    'take',
    'ask',
    'investigate',
    'answer',
    'rate',
    'archive',
    'withdraw',
    'merge',
    'refer',
    'transfer',
    'review',
  ])
    expect(last).toContain(verb)
  expect(plan.every(({ hoursAgo }, index) => index === 0 || hoursAgo > 0)).toBe(true)
})
